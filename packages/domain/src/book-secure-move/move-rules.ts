import { refuse, violation, when } from '../kernel';
import type { Violation } from '../kernel';
import { isDay } from './day';
import { cancellationReasons, isOneOf, moveTypes, rejectionReasons } from './enums';
import type { MoveStatus } from './enums';
import type { Location } from './location';
import type { Move, UncheckedMove } from './move';
import { checkActive, checkEnds, checkEndsSupplied, checkExtradition, needsDestination } from './move-type';
import {
  blank,
  groupedByField,
  invalid,
  isBlank,
  mustBeBlank,
  mustExist,
  notInList,
  plainText,
  taken,
} from './standard-violations';

/** What a move's rules need to know beyond the move. */
export interface MoveFacts {
  from: Location | null;
  to: Location | null;
  supplierKnown: boolean;
  /** The category of the move's profile. */
  category: { key: string; title: string; moveSupported: boolean } | null;
  /** Another move, neither cancelled nor proposed, for the same person, locations and date. */
  duplicateMoveId: string | null;
  /** Whether the move has a MoveLockout event. */
  lockedOut: boolean;
}

const needProfile: readonly MoveStatus[] = ['proposed', 'in_transit', 'completed'];
const loose: readonly MoveStatus[] = ['proposed', 'cancelled'];

/** Every rule that a saved move must meet, each field's violations together in the published order; none when it may be saved. */
export function checkMove(move: UncheckedMove, facts: MoveFacts): Violation[] {
  return groupedByField([
    ...checkParties(move, facts),
    ...checkType(move, facts),
    ...checkPerson(move, facts),
    ...checkDates(move),
    ...checkReasons(move),
    ...checkDateOrder(move),
    ...checkCategory(facts),
    ...when(move.recallDate !== null && !isDay(move.recallDate), invalid('recall_date')),
    ...checkExtradition(move.moveType, facts),
  ]);
}

/** The move once every rule holds. Throws RulesBroken with all violations otherwise. */
export function acceptMove(move: UncheckedMove, facts: MoveFacts): Move {
  refuse(checkMove(move, facts));
  return move as Move; // NOTE checkMove has just shown that the looser fields hold what Move asks for
}

/** A move of an allocation keeps the allocation's date, whoever changes the move. */
export function checkDateChange(before: Move, after: UncheckedMove): Violation[] {
  return when(
    before.allocationId !== null && before.date !== after.date,
    violation('date', 'cant_change_allocation', 'cannot be changed as move is part of an allocation'),
  );
}

function checkParties(move: UncheckedMove, { from, to, supplierKnown, lockedOut }: MoveFacts): Violation[] {
  const same = move.toLocationId !== null && move.toLocationId === move.fromLocationId;
  return [
    ...when(!supplierKnown, mustExist('supplier')),
    ...when(from === null, mustExist('from_location'), blank('from_location')),
    ...when(to === null && needsDestination(move.moveType), blank('to_location')),
    ...when(same && !lockedOut, plainText('to_location_id', 'should be different to the from location')),
  ];
}

function checkType({ moveType }: UncheckedMove, facts: MoveFacts): Violation[] {
  if (!isOneOf(moveTypes, moveType)) return [notInList('move_type'), ...checkActive(facts)];
  return [...checkActive(facts), ...(facts.lockedOut ? checkEndsSupplied(facts) : checkEnds(moveType, facts))];
}

function checkPerson(move: UncheckedMove, { duplicateMoveId }: MoveFacts): Violation[] {
  const mustBeUnique = !loose.includes(move.status) && move.profileId !== null;
  return [
    ...when(needProfile.includes(move.status) && move.profileId === null, blank('profile')),
    ...(mustBeUnique && duplicateMoveId !== null ? [taken('date', duplicateMoveId)] : []),
  ];
}

function checkDates({ status, date, dateFrom }: UncheckedMove): Violation[] {
  return [
    ...when(!loose.includes(status) && date === null, blank('date')),
    ...when(status === 'proposed' && dateFrom === null, blank('date_from')),
  ];
}

function checkReasons({ status, cancellationReason, rejectionReason }: UncheckedMove): Violation[] {
  const cancelled = status === 'cancelled';
  const rejected = cancellationReason === 'rejected';
  return [
    ...when(cancelled && !isOneOf(cancellationReasons, cancellationReason), notInList('cancellation_reason')),
    ...when(!cancelled && !isBlank(cancellationReason), mustBeBlank('cancellation_reason')),
    ...when(
      rejected && rejectionReason !== null && !isOneOf(rejectionReasons, rejectionReason),
      notInList('rejection_reason'),
    ),
    ...when(!rejected && !isBlank(rejectionReason), mustBeBlank('rejection_reason')),
  ];
}

function checkDateOrder({ dateFrom, dateTo }: UncheckedMove): Violation[] {
  return when(
    dateFrom !== null && dateTo !== null && dateTo < dateFrom,
    plainText('date_to', 'must be after date from'),
  );
}

function checkCategory({ category }: MoveFacts): Violation[] {
  if (category === null || category.moveSupported) return [];
  const message = `person is a category '${category.key}' prisoner and cannot be moved using this service`;
  return [violation('profile', 'unsupported_prisoner_category', message)];
}
