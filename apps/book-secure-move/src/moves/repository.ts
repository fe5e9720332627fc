import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Move } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../caller';
import { isUuid, uuidOf } from '../shared/uuid';
import type { MoveRow } from './row';
import { moveColumns as columns, toMove } from './row';

const insert = prepared(
  'move-insert',
  `insert into moves (${columns})
   values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30)`,
);

/** Stores a new move. `personId` is the person of its profile. */
export function insertMove(tx: Transaction, move: Move, personId: string | null): void {
  tx.send(insert, [
    move.id,
    move.reference,
    move.status,
    move.moveType,
    move.date,
    move.dateFrom,
    move.dateTo,
    move.timeDue,
    move.additionalInformation,
    move.cancellationReason,
    move.cancellationReasonComment,
    move.rejectionReason,
    move.moveAgreed,
    move.moveAgreedBy,
    move.isLockout,
    move.recallDate,
    move.sectionFortySix,
    move.dateChangedReason,
    move.reasonComment,
    move.fromLocationId,
    move.toLocationId,
    move.profileId,
    personId,
    move.supplierId,
    move.prisonTransferReasonId,
    move.allocationId,
    move.originalMoveId,
    move.nomisEventId,
    move.createdAt,
    move.updatedAt,
  ]);
}

const update = prepared(
  'move-update',
  `update moves set status = $2, move_type = $3, date = $4, date_from = $5, date_to = $6, time_due = $7,
     additional_information = $8, cancellation_reason = $9, cancellation_reason_comment = $10, rejection_reason = $11,
     move_agreed = $12, move_agreed_by = $13, is_lockout = $14, recall_date = $15, section_forty_six = $16,
     date_changed_reason = $17, reason_comment = $18, to_location_id = $19, profile_id = $20,
     person_id = (select person_id from profiles where id = $20), prison_transfer_reason_id = $21,
     nomis_event_id = $22, updated_at = $23, version = version + 1
   where id = $1`,
);

/** Stores a changed move; where it starts, its supplier and its allocation never change. */
export function saveMove(tx: Transaction, move: Move): void {
  tx.send(update, [
    move.id,
    move.status,
    move.moveType,
    move.date,
    move.dateFrom,
    move.dateTo,
    move.timeDue,
    move.additionalInformation,
    move.cancellationReason,
    move.cancellationReasonComment,
    move.rejectionReason,
    move.moveAgreed,
    move.moveAgreedBy,
    move.isLockout,
    move.recallDate,
    move.sectionFortySix,
    move.dateChangedReason,
    move.reasonComment,
    move.toLocationId,
    move.profileId,
    move.prisonTransferReasonId,
    move.nomisEventId,
    move.updatedAt,
  ]);
}

const touch = prepared('move-touch', 'update moves set updated_at = $2, version = version + 1 where id = $1');

/** Marks a move as changed: something was written for it. */
export function touchMove(tx: Transaction, id: string, now: Date): void {
  tx.send(touch, [id, now]);
}

// A supplier is shown what touches its locations, and nothing else: to it, other moves do not exist.
const visible = '($2::uuid is null or visible_to @> array[$2::uuid])';
const show = prepared<MoveRow>('move-show', `select ${columns} from moves where id = $1 and ${visible}`);
const lock = prepared<MoveRow>(
  'move-lock',
  `select ${columns} from moves where id = $1 and ${visible} for no key update`,
);
const byIds = prepared<MoveRow>('moves-by-ids', `select ${columns} from moves where id = any($1::uuid[])`);

/** The move as the caller may see it. Throws NotFound otherwise. */
export async function getMove(db: Connection, { supplierId }: Caller, id: string): Promise<Move> {
  const row = await db.first(show, [uuidOf('move', id), supplierId]);
  if (!row) throw new NotFound('move', id);
  return toMove(row);
}

/** A move with what showing it by itself needs. */
export interface ShownMove {
  move: Move;
  hearingIds: string[];
  /** Of its person. */
  prisonNumber: string | null;
}

const shown = prepared<MoveRow & { prison_number: string | null; hearing_ids: string[] }>(
  'move-shown',
  `select ${columns}, (select pe.prison_number from people pe where pe.id = moves.person_id) as prison_number,
     array(select h.id from court_hearings h where h.move_id = moves.id) as hearing_ids
   from moves where id = $1 and ${visible}`,
);

/** Like getMove, for a request that asks for nothing else. */
export async function getShownMove(db: Connection, { supplierId }: Caller, id: string): Promise<ShownMove> {
  const row = await db.first(shown, [uuidOf('move', id), supplierId]);
  if (!row) throw new NotFound('move', id);
  return { move: toMove(row), hearingIds: row.hearing_ids, prisonNumber: row.prison_number };
}

/** The move, held until the request commits, so that two events cannot both leave the same state. */
export async function lockMove(tx: Transaction, { supplierId }: Caller, id: string): Promise<Move> {
  const row = await tx.first(lock, [uuidOf('move', id), supplierId]);
  if (!row) throw new NotFound('move', id);
  return toMove(row);
}

/** A move with what its rules ask of its profile. */
export interface HeldMove {
  move: Move;
  personId: string | null;
  categoryId: string | null;
}

/** Whose moves are looked at: a supplier sees its own, null sees all. */
export type Viewer = Pick<Caller, 'supplierId'>;

const hold = prepared<MoveRow & { category_id: string | null }>(
  'move-hold',
  `select ${columns}, (select p.category_id from profiles p where p.id = moves.profile_id) as category_id
   from moves where id = $1 and ${visible} for no key update`,
);

/** Like lockMove, with what else the move's rules need: for writes that may change its state. */
export async function holdMove(tx: Transaction, { supplierId }: Viewer, id: string): Promise<HeldMove> {
  const row = await tx.first(hold, [uuidOf('move', id), supplierId]);
  if (!row) throw new NotFound('move', id);
  return { move: toMove(row), personId: row.person_id, categoryId: row.category_id };
}

const mark = prepared<{ id: string }>(
  'move-mark',
  `update moves set updated_at = $3, version = version + 1 where id = $1 and ${visible} returning id`,
);

/** Marks a move as changed and so holds it until the request commits. Throws NotFound for one that is not visible. */
export async function markMove(tx: Transaction, { supplierId }: Viewer, id: string, now: Date): Promise<void> {
  if (!(await tx.first(mark, [uuidOf('move', id), supplierId, now]))) throw new NotFound('move', id);
}

const markOfJourney = prepared<{ id: string }>(
  'move-mark-of-journey',
  `update moves set updated_at = $2, version = version + 1
   where id = (select move_id from journeys where id = $1) returning id`,
);

/** Like markMove, for the move of a journey, whoever's it is. Gives the move's id; throws NotFound for the journey. */
export async function markMoveOfJourney(tx: Transaction, journeyId: string, now: Date): Promise<string> {
  const row = await tx.first(markOfJourney, [uuidOf('journey', journeyId), now]);
  if (!row) throw new NotFound('journey', journeyId);
  return row.id;
}

const byIdOrReference = prepared<{ id: string }>(
  'move-by-id-or-reference',
  'select id from moves where id = $1::uuid or reference = $2::text limit 1',
);

/** The id of the move with this id, or else of the one with this reference, whoever's it is; undefined for none. */
export async function findMoveId(
  db: Connection,
  { id, reference }: { id: string | null; reference: string | null },
): Promise<string | undefined> {
  if (id !== null && !isUuid(id)) return undefined;
  return (await db.first(byIdOrReference, [id, id === null ? reference : null]))?.id;
}

/** These moves, whoever's they are, in no order. */
export async function movesByIds(db: Connection, ids: readonly string[]): Promise<Move[]> {
  return ids.length === 0 ? [] : (await db.rows(byIds, [ids])).map(toMove);
}

const rebooked = prepared<MoveRow>('move-rebooked', `select ${columns} from moves where original_move_id = $1`);

/** The move that was booked in place of a rejected one. */
export async function findRebooked(db: Connection, originalMoveId: string): Promise<Move | undefined> {
  const row = await db.first(rebooked, [originalMoveId]);
  return row && toMove(row);
}

const ofAllocation = prepared<MoveRow>(
  'moves-of-allocation',
  `select ${columns} from moves where allocation_id = $1 order by id for no key update`,
);

/** All moves of an allocation, held until the request commits; locked in one order, so that none waits for another. */
export async function lockMovesOfAllocation(tx: Transaction, allocationId: string): Promise<Move[]> {
  return (await tx.rows(ofAllocation, [allocationId])).map(toMove);
}

const ofPerson = prepared<MoveRow>('moves-of-person', `select ${columns} from moves where person_id = $1 order by id`);
const ofProfile = prepared<MoveRow>(
  'moves-of-profile',
  `select ${columns} from moves where profile_id = $1 order by id`,
);

/** All moves of a person, whatever became of them. */
export async function movesOfPerson(db: Connection, personId: string): Promise<Move[]> {
  return (await db.rows(ofPerson, [personId])).map(toMove);
}

/** All moves with this profile. */
export async function movesOfProfile(db: Connection, profileId: string): Promise<Move[]> {
  return (await db.rows(ofProfile, [profileId])).map(toMove);
}
