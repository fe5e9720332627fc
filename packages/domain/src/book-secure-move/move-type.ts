import { violation, when } from '../kernel';
import type { Violation } from '../kernel';
import type { MoveType } from './enums';
import { isDetained, isInactive } from './location';
import type { Location } from './location';

/** Where a move starts and ends; null where that is not known. */
export interface Route {
  from: Location | null;
  to: Location | null;
}

interface EndRule {
  allows: (location: Location) => boolean;
  /** What the end must or must not be, up to the name of the type. */
  words: string;
}

const detainedWords = 'prison, secure training centre or secure childrens hospital';
const police: EndRule = { allows: ({ locationType }) => locationType === 'police', words: 'must be a police location' };
const court: EndRule = { allows: ({ locationType }) => locationType === 'court', words: 'must be a court location' };
const detained: EndRule = { allows: isDetained, words: `must be a ${detainedWords}` };
const notDetained: EndRule = { allows: (location) => !isDetained(location), words: `must not be a ${detainedWords}` };
const hospital: EndRule = {
  allows: ({ locationType }) => locationType === 'hospital' || locationType === 'high_security_hospital',
  words: 'must be a hospital or high security hospital location',
};

/** Which ends each type of move asks for; an absent end is unrestricted. */
const endRules: Record<MoveType, { from?: EndRule; to?: EndRule }> = {
  court_appearance: { to: court },
  court_other: { to: notDetained },
  hospital: { to: hospital },
  police_transfer: { from: police, to: police },
  prison_recall: { from: police },
  prison_remand: { to: detained },
  prison_transfer: { from: detained },
  video_remand: { from: police },
  approved_premises: {},
  extradition: {},
};

const withoutDestination: readonly string[] = ['prison_recall', 'video_remand'] satisfies MoveType[];

/** Every type but prison recall and video remand names its destination. */
export const needsDestination = (moveType: string | null): boolean =>
  moveType === null || !withoutDestination.includes(moveType);

/** Both ends, where known, must be in use. */
export function checkActive({ from, to }: Route): Violation[] {
  const inactive = (field: string) => violation(field, 'inactive_location', 'must be an active location');
  return [
    ...when(from !== null && isInactive(from), inactive('from_location')),
    ...when(to !== null && isInactive(to), inactive('to_location')),
  ];
}

/** The published table of which locations suit which type of move; a missing end that the type restricts is refused. */
export function checkEnds(moveType: MoveType, { from, to }: Route): Violation[] {
  const rules = endRules[moveType];
  return [...checkEnd('to_location', rules.to, to, moveType), ...checkEnd('from_location', rules.from, from, moveType)];
}

function checkEnd(field: string, rule: EndRule | undefined, location: Location | null, moveType: MoveType) {
  const broken = rule !== undefined && !(location !== null && rule.allows(location));
  return broken
    ? [violation(field, 'invalid_location', `${rule.words} for ${moveType.replaceAll('_', ' ')} move`)]
    : [];
}

/** After a lockout a move may lead anywhere, also back, but both ends must be named. */
export function checkEndsSupplied({ from, to }: Route): Violation[] {
  const missing = (field: string) => violation(field, 'inactive_location', 'must be supplied');
  return [...when(from === null, missing('from_location')), ...when(to === null, missing('to_location'))];
}

/** An extradition leads to a location that can extradite. */
export function checkExtradition(moveType: string | null, { to }: Route): Violation[] {
  const message = 'extradition is only valid if extradition capable is true for destination location';
  return when(
    moveType === 'extradition' && to?.extraditionCapable !== true,
    violation('move_type', 'exclusion', message),
  );
}

/** The type that a move has when nobody names one: moves of allocations, rebooked moves and first-version clients. */
export function inferMoveType(from: Location | null, to: Location | null): MoveType {
  if (to === null) return 'prison_recall';
  if (to.locationType === 'court') return 'court_appearance';
  return to.locationType === 'police' && from?.locationType === 'police' ? 'police_transfer' : 'prison_transfer';
}
