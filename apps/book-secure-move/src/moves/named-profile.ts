import type { Connection } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { relatedId } from '../shared/attributes';
import type { MoveData } from './create-move';
import type { ProfileFacts } from './facts';
import { findProfileFacts } from './facts';

/**
 * The profile that a request gives a move: undefined when it says nothing of one, null when it takes it away, and the
 * error that answers the request where it leads nowhere. It is looked up before the transaction; whoever uses it throws
 * the error when its turn has come.
 */
export type NamedProfile = ProfileFacts | NotFound | null | undefined;

/** What the profile relationship of a request names. */
export async function findNamedProfile(db: Connection, data: MoveData): Promise<NamedProfile> {
  const id = relatedId(data, 'profile');
  if (!id) return id === undefined ? undefined : null;
  return (await findProfileFacts(db, id)) ?? new NotFound('profile', id);
}

/** The profile itself, once its turn has come. Throws NotFound for one that leads nowhere. */
export function found(named: NamedProfile): ProfileFacts | null | undefined {
  if (named instanceof NotFound) throw named;
  return named;
}
