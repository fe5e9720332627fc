import { NotFound } from '@switchyard/domain';
import type { Lodging } from '@switchyard/domain/book-secure-move';
import { uuidOf } from '../shared/uuid';

/** The lodging with this id among those of a move, which are few and loaded together. Throws NotFound. */
export function lodgingAmong(lodgings: readonly Lodging[], id: string): Lodging {
  const wanted = uuidOf('lodging', id);
  const lodging = lodgings.find((each) => each.id === wanted);
  if (!lodging) throw new NotFound('lodging', id);
  return lodging;
}
