import { NotFound, refuse } from '@switchyard/domain';
import type { Allocation, ComplexCaseAnswer } from '@switchyard/domain/book-secure-move';
import {
  checkAllocation,
  enumKey,
  estates,
  prisonerCategories,
  sentenceLengths,
} from '@switchyard/domain/book-secure-move';
import type { PlacedLocation } from '../reference/reference-data';
import { attributesOf, relatedId } from '../shared/attributes';
import type { Attributes } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { uuidOf } from '../shared/uuid';
import { buildMoves } from './build-moves';
import type { AllocationWithMoves } from './repository';
import { insertAllocation } from './repository';

/** The `data` of a request about an allocation. */
export interface AllocationData {
  attributes?: unknown;
  relationships?: unknown;
}

/**
 * Creates an allocation and one move for each person it asks for, or nothing. Throws NotFound for a location that is
 * missing or unknown, RulesBroken with every rule that the allocation breaks, or that each of its moves breaks.
 */
export async function createAllocation(act: Act, data: AllocationData): Promise<AllocationWithMoves> {
  const from = locationOf(act, data, 'from_location');
  const to = locationOf(act, data, 'to_location');
  const attributes = attributesOf(data);
  refuse(
    checkAllocation({
      moves_count: attributes.raw('moves_count'),
      date: attributes.raw('date'),
      estate: attributes.raw('estate'),
      prisoner_category: attributes.raw('prisoner_category'),
      sentence_length: attributes.raw('sentence_length'),
    }),
  );
  const allocation = describeAllocation(act, attributes, from, to);
  const built = await buildMoves(act, allocation, from, to);
  insertAllocation(act.tx, allocation);
  built.store();
  return { allocation, moves: built.moves };
}

function locationOf({ reference }: Act, data: AllocationData, name: string): PlacedLocation {
  const id = uuidOf('location', relatedId(data, name));
  const location = reference.locations.find(id);
  if (!location) throw new NotFound('location', id);
  return location;
}

/** The allocation that the attributes describe; they have passed checkAllocation. */
function describeAllocation(
  { ids, now }: Act,
  attributes: Attributes,
  from: PlacedLocation,
  to: PlacedLocation,
): Allocation {
  return {
    id: ids.uuid(),
    fromLocationId: from.id,
    toLocationId: to.id,
    date: attributes.day('date')!,
    movesCount: Number(attributes.raw('moves_count')),
    estate: enumKey(estates, attributes.raw('estate')) ?? null,
    estateComment: attributes.text('estate_comment') ?? null,
    prisonerCategory: enumKey(prisonerCategories, attributes.raw('prisoner_category')) ?? null,
    sentenceLength: enumKey(sentenceLengths, attributes.raw('sentence_length')) ?? null,
    sentenceLengthComment: attributes.text('sentence_length_comment') ?? null,
    complexCases: complexCasesIn(attributes.raw('complex_cases')),
    completeInFull: attributes.flag('complete_in_full') ?? false,
    requestedBy: attributes.text('requested_by') ?? null,
    otherCriteria: attributes.text('other_criteria') ?? null,
    status: 'unfilled',
    cancellationReason: null,
    cancellationReasonComment: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** Kept as sent, without members that nobody knows. */
const complexCasesIn = (sent: unknown): ComplexCaseAnswer[] =>
  (Array.isArray(sent) ? (sent as Record<string, unknown>[]) : []).map((each) => ({
    title: each.title ?? null,
    answer: each.answer ?? null,
    allocationComplexCaseId: each.allocation_complex_case_id ?? null,
    key: each.key ?? null,
  }));
