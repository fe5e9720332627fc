import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Allocation } from '@switchyard/domain/book-secure-move';

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
export interface MoveOfAllocation {
  id: string;
  status: string;
  profileId: string | null;
}

interface MoveOfAllocationRow {
  id: string;
  status: string;
  profile_id: string | null;
}

const byId = prepared<AllocationRow>('allocation-by-id', 'select * from allocations where id = $1');
const moves = prepared<MoveOfAllocationRow>(
  'allocation-moves',
  'select id, status, profile_id from moves where allocation_id = $1 order by created_at, id',
);

export async function findAllocationWithMoves(
  db: Connection,
  id: string,
): Promise<{ allocation: Allocation; moves: MoveOfAllocation[] } | undefined> {
  const [row, itsMoves] = await Promise.all([db.first(byId, [id]), db.rows(moves, [id])]);
  return (
    row && {
      allocation: toAllocation(row),
      moves: itsMoves.map(({ id: moveId, status, profile_id }) => ({ id: moveId, status, profileId: profile_id })),
    }
  );
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
