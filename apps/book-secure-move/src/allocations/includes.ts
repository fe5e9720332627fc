import { Includable } from '../shared/include';

/** What may be included with a list of allocations. */
export const allocationsIncludes = new Includable('from_location', 'to_location');

/** What may be included with one allocation; a move has no person of its own, so `moves.person` gives the moves. */
export const allocationIncludes = new Includable(
  'from_location',
  'to_location',
  'moves.person.gender',
  'moves.person.ethnicity',
  'moves.profile.person.ethnicity',
  'moves.profile.person.gender',
);
