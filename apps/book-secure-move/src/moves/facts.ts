import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { MoveFacts, UncheckedMove } from '@switchyard/domain/book-secure-move';
import type { ReferencePicture } from '../reference/reference-data';
import { isUuid } from '../shared/uuid';

/** What a move's rules and its rendering need to know of its profile. */
export interface ProfileFacts {
  profileId: string;
  personId: string;
  prisonNumber: string | null;
  bookingId: number | null;
  categoryId: string | null;
}

interface ProfileFactsRow {
  id: string;
  person_id: string;
  prison_number: string | null;
  latest_nomis_booking_id: number | null;
  category_id: string | null;
}

const profileFacts = prepared<ProfileFactsRow>(
  'profile-facts',
  `select p.id, p.person_id, pe.prison_number, pe.latest_nomis_booking_id, p.category_id
   from profiles p join people pe on pe.id = p.person_id where p.id = $1`,
);

/** The facts of a profile, or undefined for an unknown or malformed id. */
export async function findProfileFacts(
  db: Connection,
  id: string | null | undefined,
): Promise<ProfileFacts | undefined> {
  if (!id || !isUuid(id)) return undefined;
  const row = await db.first(profileFacts, [id]);
  return row && toProfileFacts(row);
}

const latestProfileFacts = prepared<Omit<ProfileFactsRow, 'id'> & { id: string | null }>(
  'profile-facts-latest',
  `select p.id, pe.id as person_id, pe.prison_number, pe.latest_nomis_booking_id, p.category_id
   from people pe left join profiles p on p.person_id = pe.id
   where pe.id = $1 order by p.created_at desc, p.id desc limit 1`,
);

/** The facts of a person's latest profile, null for a person without one, undefined for no such person. */
export async function findLatestProfileFacts(
  db: Connection,
  personId: string,
): Promise<ProfileFacts | null | undefined> {
  const row = isUuid(personId) ? await db.first(latestProfileFacts, [personId]) : undefined;
  return row && (row.id === null ? null : toProfileFacts({ ...row, id: row.id }));
}

const toProfileFacts = (row: ProfileFactsRow): ProfileFacts => ({
  profileId: row.id,
  personId: row.person_id,
  prisonNumber: row.prison_number,
  bookingId: row.latest_nomis_booking_id,
  categoryId: row.category_id,
});

const duplicate = prepared<{ id: string }>(
  'move-duplicate',
  `select id from moves
   where person_id = $1 and from_location_id = $2 and to_location_id is not distinct from $3
     and date is not distinct from $4 and status not in ('proposed', 'cancelled') and id <> $5 limit 1`,
);

/** The id of another move of this person that is neither proposed nor cancelled, between the same places that day. */
export async function findDuplicateMove(
  db: Connection,
  personId: string,
  move: Pick<UncheckedMove, 'id' | 'date' | 'fromLocationId' | 'toLocationId'>,
): Promise<string | null> {
  const other = await db.first(duplicate, [personId, move.fromLocationId, move.toLocationId, move.date, move.id]);
  return other?.id ?? null;
}

const twin = prepared<{ id: string }>(
  'move-twin',
  `select m.id from profiles p join moves m on m.person_id = p.person_id
   where p.id = $1 and m.from_location_id = $2 and m.to_location_id is not distinct from $3
     and m.date is not distinct from $4 and m.status not in ('proposed', 'cancelled') limit 1`,
);

/** The id of a move like the one that is asked for, of the same person, before anything else is known of the person. */
export async function findTwin(
  db: Connection,
  { profileId, fromId, toId, date }: { profileId: string; fromId: string; toId: string | null; date: string | null },
): Promise<string | null> {
  return (await db.first(twin, [profileId, fromId, toId, date]))?.id ?? null;
}

const lockedOut = prepared<{ found: boolean }>(
  'move-locked-out',
  `select exists (select from generic_events where eventable_id = $1 and event_type = 'MoveLockout') as found`,
);

/**
 * Gathers what `checkMove` needs beyond the move; a stored move is also looked up for a lockout. `twinId` is the other
 * move in its way, where that has been looked for.
 */
export async function gatherMoveFacts(
  db: Connection,
  reference: ReferencePicture,
  move: UncheckedMove,
  profile: ProfileFacts | undefined,
  stored: boolean,
  twinId?: string | null,
): Promise<MoveFacts> {
  const [other, lockout] = await Promise.all([
    twinId === undefined && profile ? findDuplicateMove(db, profile.personId, move) : twinId,
    stored ? db.first(lockedOut, [move.id]) : undefined,
  ]);
  return {
    from: reference.locations.find(move.fromLocationId) ?? null,
    to: reference.locations.find(move.toLocationId) ?? null,
    supplierKnown: reference.suppliers.find(move.supplierId) !== undefined,
    category: reference.categories.find(profile?.categoryId) ?? null,
    duplicateMoveId: other ?? null,
    lockedOut: lockout?.found ?? false,
  };
}
