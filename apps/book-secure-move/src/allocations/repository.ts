import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Allocation, Move } from '@switchyard/domain/book-secure-move';
import { uuidOf } from '../shared/uuid';

export interface AllocationRow {
  id: string;
  from_location_id: string;
  to_location_id: string;
  date: string;
  moves_count: number;
  estate: Allocation['estate'];
  estate_comment: string | null;
  prisoner_category: Allocation['prisonerCategory'];
  sentence_length: Allocation['sentenceLength'];
  sentence_length_comment: string | null;
  complex_cases: Allocation['complexCases'];
  complete_in_full: boolean;
  requested_by: string | null;
  other_criteria: string | null;
  status: Allocation['status'];
  cancellation_reason: Allocation['cancellationReason'];
  cancellation_reason_comment: string | null;
  created_at: Date;
  updated_at: Date;
}

/** A move of an allocation, as far as the allocation's counts need it. */
export type MoveOfAllocation = Pick<Move, 'id' | 'status' | 'profileId'>;

export interface AllocationWithMoves {
  allocation: Allocation;
  moves: readonly MoveOfAllocation[];
}

interface MoveOfAllocationRow {
  id: string;
  status: Move['status'];
  profile_id: string | null;
}

const byId = prepared<AllocationRow>('allocation-by-id', 'select * from allocations where id = $1');
const moves = prepared<MoveOfAllocationRow>(
  'allocation-moves',
  'select id, status, profile_id from moves where allocation_id = $1 order by created_at, id',
);

/** The allocation with its moves, oldest first, or undefined. `id` must be a UUID. */
export async function findAllocationWithMoves(db: Connection, id: string): Promise<AllocationWithMoves | undefined> {
  const [row, itsMoves] = await Promise.all([db.first(byId, [id]), db.rows(moves, [id])]);
  return (
    row && {
      allocation: toAllocation(row),
      moves: itsMoves.map(({ id: moveId, status, profile_id }) => ({ id: moveId, status, profileId: profile_id })),
    }
  );
}

/** The same for an id of a path. Throws NotFound. */
export async function getAllocationWithMoves(db: Connection, id: string): Promise<AllocationWithMoves> {
  const found = await findAllocationWithMoves(db, uuidOf('allocation', id));
  if (!found) throw new NotFound('allocation', id);
  return found;
}

const lock = prepared<AllocationRow>('allocation-lock', 'select * from allocations where id = $1 for no key update');

/**
 * The allocation, held until the request commits. Its moves must be held before it, as a change of one move takes the
 * two in that order as well. Throws NotFound.
 */
export async function lockAllocation(tx: Transaction, id: string): Promise<Allocation> {
  const row = await tx.first(lock, [uuidOf('allocation', id)]);
  if (!row) throw new NotFound('allocation', id);
  return toAllocation(row);
}

const insert = prepared(
  'allocation-insert',
  `insert into allocations (id, from_location_id, to_location_id, date, moves_count, estate, estate_comment,
     prisoner_category, sentence_length, sentence_length_comment, complex_cases, complete_in_full, requested_by,
     other_criteria, status, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
);

/** Stores a new allocation. */
export function insertAllocation(tx: Transaction, allocation: Allocation): void {
  tx.send(insert, [
    allocation.id,
    allocation.fromLocationId,
    allocation.toLocationId,
    allocation.date,
    allocation.movesCount,
    allocation.estate,
    allocation.estateComment,
    allocation.prisonerCategory,
    allocation.sentenceLength,
    allocation.sentenceLengthComment,
    JSON.stringify(allocation.complexCases),
    allocation.completeInFull,
    allocation.requestedBy,
    allocation.otherCriteria,
    allocation.status,
    allocation.createdAt,
    allocation.updatedAt,
  ]);
}

const update = prepared(
  'allocation-update',
  `update allocations set date = $2, status = $3, moves_count = $4, cancellation_reason = $5,
     cancellation_reason_comment = $6, updated_at = $7 where id = $1`,
);

/** Stores a changed allocation: its date, or its cancellation; nothing else of it ever changes here. */
export function saveAllocation(tx: Transaction, allocation: Allocation): void {
  tx.send(update, [
    allocation.id,
    allocation.date,
    allocation.status,
    allocation.movesCount,
    allocation.cancellationReason,
    allocation.cancellationReasonComment,
    allocation.updatedAt,
  ]);
}

const explain = prepared('allocation-explain-date', 'update allocations set date_changed_reason = $2 where id = $1');

/** Keeps why the date was changed; it is never shown. */
export function saveDateChangedReason(tx: Transaction, id: string, reason: string | null): void {
  tx.send(explain, [id, reason]);
}

export const toAllocation = (row: AllocationRow): Allocation => ({
  id: row.id,
  fromLocationId: row.from_location_id,
  toLocationId: row.to_location_id,
  date: row.date,
  movesCount: row.moves_count,
  estate: row.estate,
  estateComment: row.estate_comment,
  prisonerCategory: row.prisoner_category,
  sentenceLength: row.sentence_length,
  sentenceLengthComment: row.sentence_length_comment,
  complexCases: row.complex_cases,
  completeInFull: row.complete_in_full,
  requestedBy: row.requested_by,
  otherCriteria: row.other_criteria,
  status: row.status,
  cancellationReason: row.cancellation_reason,
  cancellationReasonComment: row.cancellation_reason_comment,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
