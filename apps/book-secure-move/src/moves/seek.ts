import type { Connection } from '@switchyard/db';
import { readDay } from '@switchyard/domain/book-secure-move';
import { attributesOf, relatedId } from '../shared/attributes';
import { isUuid } from '../shared/uuid';
import type { MoveData, Sought } from './create-move';
import { findTwin } from './facts';
import type { MoveVersion } from './version';

/** Looks up what a new move's request names and what may be in its way: both at once, in one packet. */
export async function seek(db: Connection, { findNewProfile, creation }: MoveVersion, data: MoveData): Promise<Sought> {
  // Where an unknown destination is forgiven, which move is like it shows only later.
  const twin = creation.forgivesDestination ? undefined : findTwinOf(db, data);
  const [named, twinId] = await Promise.all([findNewProfile(db, data), twin]);
  return twinId === undefined ? { named } : { named, twinId };
}

function findTwinOf(db: Connection, data: MoveData): Promise<string | null> | undefined {
  const [profileId, fromId, toId] = ['profile', 'from_location', 'to_location'].map((name) => relatedId(data, name));
  if (!profileId || !fromId || ![profileId, fromId, ...(toId ? [toId] : [])].every(isUuid)) return undefined;
  const date = readDay(attributesOf(data).raw('date'));
  return findTwin(db, { profileId, fromId, toId: toId ?? null, date });
}
