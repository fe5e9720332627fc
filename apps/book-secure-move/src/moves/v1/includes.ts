import type { Include } from '../../shared/include';
import { Includable } from '../../shared/include';
import { assessmentChains } from '../includes';

/** Version 1 includes what it can unless the client names what it wants; an empty `include` still means nothing. */
class IncludableUnasked extends Includable {
  constructor(
    private readonly unasked: readonly string[],
    ...others: readonly string[]
  ) {
    super(...unasked, ...others);
  }

  override read(parameter: unknown): Include {
    return super.read(parameter ?? this.unasked.join(','));
  }
}

const always = [
  'person.ethnicity',
  'person.gender',
  'profile.documents',
  'profile.person.ethnicity',
  'profile.person.gender',
  ...assessmentChains,
  'from_location.suppliers',
  'to_location.suppliers',
  'documents',
  'prison_transfer_reason',
  'original_move',
];

/** What may be included with one move in version 1. */
export const moveIncludesV1: Includable = new IncludableUnasked([...always, 'court_hearings']);

/** What may be included with a list of moves in version 1; hearings only when they are asked for. */
export const movesIncludesV1: Includable = new IncludableUnasked(always, 'court_hearings');
