import { stateAfter, violation, when } from '../kernel';
import type { Violation } from '../kernel';
import { allocationMachine } from './allocation';
import type { Allocation } from './allocation';
import { enumKey, estates, prisonerCategories, sentenceLengths } from './allocation-enums';
import { readDay } from './day';
import { cancellationReasons, isOneOf } from './enums';
import type { AllocationStatus, CancellationReason, MoveType } from './enums';
import { parseIsoDateTime } from './iso';
import { undescribedMove } from './move';
import type { Move, UncheckedMove } from './move';
import { blank, groupedByField, isBlank, notANumber, notInList, notIsoDateTime } from './standard-violations';

/** The attributes of a request for an allocation that have rules, as sent. */
export interface AllocationParameters {
  moves_count?: unknown;
  date?: unknown;
  estate?: unknown;
  prisoner_category?: unknown;
  sentence_length?: unknown;
}

/** The rules of a new allocation's own attributes; its locations are looked up before, its moves are checked after. */
export function checkAllocation(attributes: AllocationParameters): Violation[] {
  const unlisted = (labels: Readonly<Record<string, string>>, value: unknown) =>
    value != null && enumKey(labels, value) === undefined;
  return groupedByField([
    ...when(unlisted(prisonerCategories, attributes.prisoner_category), notInList('prisoner_category')),
    ...when(unlisted(sentenceLengths, attributes.sentence_length), notInList('sentence_length')),
    ...when(unlisted(estates, attributes.estate), notInList('estate')),
    ...checkMovesCount(attributes.moves_count),
    ...checkAllocationDate(attributes.date),
  ]);
}

/** The date of an allocation, on create as on change. */
export const checkAllocationDate = (date: unknown): Violation[] => when(readDay(date) === null, blank('date'));

/** The most moves that one allocation builds; the real service names no limit, but each move is a row to be locked. */
export const mostMovesOfAllocation = 1_000;

function checkMovesCount(value: unknown): Violation[] {
  const field = 'moves_count';
  if (isBlank(value)) return [blank(field), notANumber(field)];
  const count = typeof value === 'boolean' ? Number.NaN : Number(value);
  if (Number.isNaN(count)) return [notANumber(field)];
  if (!Number.isInteger(count)) return [violation(field, 'not_an_integer', 'must be an integer')];
  const most = mostMovesOfAllocation;
  return [
    ...when(count <= 0, violation(field, 'greater_than', 'must be greater than 0')),
    ...when(count > most, violation(field, 'less_than_or_equal_to', `must be less than or equal to ${most}`)),
  ];
}

/** The violations of a move as those of the allocation that builds it. */
export const asMoveOfAllocation = (violations: readonly Violation[]): Violation[] =>
  violations.map((each) => ({ ...each, field: `moves.${each.field}` }));

/** One of the moves that an allocation is made of: nobody's yet. */
export function allocatedMove(
  allocation: Allocation,
  given: { id: string; reference: string; moveType: MoveType; supplierId: string | null; now: Date },
): UncheckedMove {
  return {
    ...undescribedMove,
    id: given.id,
    reference: given.reference,
    status: 'requested',
    moveType: given.moveType,
    date: allocation.date,
    dateFrom: null,
    dateTo: null,
    fromLocationId: allocation.fromLocationId,
    toLocationId: allocation.toLocationId,
    profileId: null,
    supplierId: given.supplierId,
    allocationId: allocation.id,
    originalMoveId: null,
    createdAt: given.now,
    updatedAt: given.now,
  };
}

type AllocatedMove = Pick<Move, 'status' | 'profileId'>;

const isKept = ({ status }: AllocatedMove): boolean => status !== 'cancelled';
const isFilled = ({ profileId }: AllocatedMove): boolean => profileId !== null;

/** Filled once there are moves left and each has a person. */
export function allocationStatusOf(moves: readonly AllocatedMove[]): Exclude<AllocationStatus, 'cancelled'> {
  const kept = moves.filter(isKept);
  return kept.length > 0 && kept.every(isFilled) ? 'filled' : 'unfilled';
}

/** The allocation after any of its moves was saved; a cancelled one stays cancelled. */
export function refreshAllocation(allocation: Allocation, moves: readonly AllocatedMove[]): Allocation {
  const event = allocationStatusOf(moves) === 'filled' ? 'fill' : 'unfill';
  const status = stateAfter(allocationMachine, allocation.status, event);
  return { ...allocation, status, movesCount: moves.filter(isKept).length };
}

/** How many moves an allocation has ever had, how many of them are not cancelled, and how many of those have a person. */
export interface MoveTally {
  all: number;
  kept: number;
  filled: number;
}

/** Counts the moves of one allocation. */
export function tallyMoves(moves: readonly AllocatedMove[]): MoveTally {
  const kept = moves.filter(isKept);
  return { all: moves.length, kept: kept.length, filled: kept.filter(isFilled).length };
}

/** How many moves an allocation shows: all of them once it is cancelled, before that those that are not. */
export function countMoves(
  { status }: Pick<Allocation, 'status'>,
  { all, kept, filled }: MoveTally,
): { total: number; filled: number; unfilled: number } {
  return { total: status === 'cancelled' ? all : kept, filled, unfilled: kept - filled };
}

/** The parameter rule of a cancellation. */
export const checkAllocationCancellationParameters = ({ timestamp }: { timestamp?: unknown }): Violation[] =>
  when(parseIsoDateTime(timestamp) === null, notIsoDateTime('timestamp'));

/** The record's rule of a cancellation. */
export const checkAllocationCancellation = (reason: unknown): Violation[] =>
  when(!isOneOf(cancellationReasons, reason), notInList('cancellation_reason'));

/** The cancelled allocation; cancelling once more replaces reason and comment. */
export function cancelAllocation(
  allocation: Allocation,
  cancellationReason: CancellationReason,
  cancellationReasonComment: string | null,
): Allocation {
  const status = stateAfter(allocationMachine, allocation.status, 'cancel');
  return { ...allocation, status, movesCount: 0, cancellationReason, cancellationReasonComment };
}
