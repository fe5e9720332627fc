import type { Connection } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { relatedId } from '../../shared/attributes';
import type { MoveData } from '../create-move';
import { findLatestProfileFacts } from '../facts';
import type { NamedProfile } from '../named-profile';
import { findNamedProfile } from '../named-profile';

/** What a new move's profile, or else its person by the latest profile, stands for. One of them must be named. */
export async function findNewProfileV1(db: Connection, data: MoveData): Promise<NamedProfile> {
  const profile = await findNamedProfile(db, data);
  if (profile) return profile;
  const personId = relatedId(data, 'person');
  if (!personId) return new NotFound('person');
  const latest = await findLatestProfileFacts(db, personId);
  return latest === undefined ? new NotFound('person', personId) : latest;
}

/** The same for a change, which may name neither. Whatever leads nowhere takes the profile away. */
export async function findChangedProfileV1(db: Connection, data: MoveData): Promise<NamedProfile> {
  const profile = await findNamedProfile(db, data);
  if (profile !== undefined) return profile instanceof NotFound ? null : profile;
  const personId = relatedId(data, 'person');
  if (!personId) return personId === undefined ? undefined : null;
  return (await findLatestProfileFacts(db, personId)) ?? null;
}
