import { violation } from '@switchyard/domain';
import type { Violation } from '@switchyard/domain';
import {
  InvalidParameters,
  cancellationReasons,
  isDay,
  moveTypes,
  rejectionReasons,
} from '@switchyard/domain/book-secure-move';
import type { MoveFilters } from './list-query';

const dayFilters = [
  'date_from',
  'date_to',
  'created_at_from',
  'created_at_to',
  'date_of_birth_from',
  'date_of_birth_to',
] as const;

/** True when a day was sent that cannot be read; an empty one counts as not sent. */
export const hasUnreadableDay = (filters: MoveFilters): boolean => unreadableDays(filters).length > 0;

const unreadableDays = (filters: MoveFilters): string[] =>
  dayFilters.filter((name) => filters[name] && !isDay(filters[name]));

const enumFilters = {
  move_type: { values: moveTypes as readonly string[], several: false },
  cancellation_reason: { values: cancellationReasons as readonly string[], several: true },
  rejection_reason: { values: rejectionReasons as readonly string[], several: true },
} as const;

/** Parameter faults of the filters, in the order in which the filters are published. */
export function checkMoveFilters(filters: MoveFilters): Violation[] {
  const days = unreadableDays(filters).map((name) => violation(name, 'invalid', 'is not a valid date.'));
  const enums = Object.entries(enumFilters).flatMap(([name, { values, several }]) => {
    const sent = filters[name];
    if (!sent) return [];
    const known = (several ? sent.split(',') : [sent]).every((value) => value === '' || values.includes(value));
    return known ? [] : [violation(name, 'inclusion', 'is not included in the list')];
  });
  return [...days, ...enums];
}

/** Throws InvalidParameters for filters that cannot be read. */
export function refuseBadFilters(filters: MoveFilters): void {
  const faults = checkMoveFilters(filters);
  if (faults.length > 0) throw new InvalidParameters(faults);
}
