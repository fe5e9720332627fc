import type { Allocation, MoveTally } from '@switchyard/domain/book-secure-move';
import { countMoves, formatLondon, tallyMoves } from '@switchyard/domain/book-secure-move';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { presentListedLocation, presentLocation } from '../locations/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';
import type { MoveOfAllocation } from './repository';

/** An allocation in full; `shownMoves` are its moves as resources, when they are to be included. */
export function presentAllocation(
  allocation: Allocation,
  moves: readonly MoveOfAllocation[],
  reference: ReferencePicture,
  include: IncludeTree = {},
  shownMoves?: ReadonlyMap<string, Resource>,
): Resource {
  const place = (id: string, wanted: IncludeTree | undefined): Relationship => {
    const location = wanted && reference.locations.find(id);
    return location ? presentLocation(location, reference, wanted) : identifier('locations', id);
  };
  return {
    type: 'allocations',
    id: allocation.id,
    attributes: allocationAttributes(allocation),
    relationships: {
      from_location: place(allocation.fromLocationId, include.from_location),
      to_location: place(allocation.toLocationId, include.to_location),
      moves: moves.map(({ id }) => shownMoves?.get(id) ?? identifier('moves', id)),
    },
    meta: { moves: countMoves(allocation, tallyMoves(moves)) },
  };
}

/** An allocation as lists show it. */
export function presentListedAllocation(
  allocation: Allocation,
  tally: MoveTally,
  reference: ReferencePicture,
  include: IncludeTree = {},
): Resource {
  const place = (id: string, wanted: IncludeTree | undefined): Relationship => {
    const location = wanted && reference.locations.find(id);
    return location ? presentListedLocation(location) : identifier('locations', id);
  };
  return {
    type: 'allocations',
    id: allocation.id,
    attributes: allocationAttributes(allocation),
    relationships: {
      from_location: place(allocation.fromLocationId, include.from_location),
      to_location: place(allocation.toLocationId, include.to_location),
    },
    meta: { moves: countMoves(allocation, tally) },
  };
}

const allocationAttributes = (allocation: Allocation): Record<string, unknown> => ({
  moves_count: allocation.movesCount,
  date: allocation.date,
  estate: allocation.estate,
  estate_comment: allocation.estateComment,
  prisoner_category: allocation.prisonerCategory,
  sentence_length: allocation.sentenceLength,
  sentence_length_comment: allocation.sentenceLengthComment,
  complex_cases: allocation.complexCases.map((each) => ({
    title: each.title,
    answer: each.answer,
    allocation_complex_case_id: each.allocationComplexCaseId,
    key: each.key,
  })),
  complete_in_full: allocation.completeInFull,
  requested_by: allocation.requestedBy,
  other_criteria: allocation.otherCriteria,
  status: allocation.status,
  cancellation_reason: allocation.cancellationReason,
  cancellation_reason_comment: allocation.cancellationReasonComment,
  created_at: formatLondon(allocation.createdAt),
  updated_at: formatLondon(allocation.updatedAt),
});
