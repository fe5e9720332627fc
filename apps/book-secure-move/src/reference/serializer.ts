import type { AssessmentQuestion } from '@switchyard/domain/book-secure-move';
import type { Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { presentLocation } from '../locations/serializer';
import type { IncludeTree } from '../shared/include';
import { wireTime } from '../shared/wire-time';
import type { CodedValue, ReferencePicture, Region } from './reference-data';

export const presentTransferReason = ({ id, title, key, disabledAt }: CodedValue): Resource => ({
  type: 'prison_transfer_reasons',
  id,
  attributes: { title, key, disabled_at: wireTime(disabledAt) },
});

export const presentIdentifierType = ({ id, key, title, description, disabledAt }: CodedValue): Resource => ({
  type: 'identifier_types',
  id,
  attributes: { key, title, description, disabled_at: wireTime(disabledAt) },
});

export const presentComplexCase = ({ id, key, title }: CodedValue): Resource => ({
  type: 'allocation_complex_cases',
  id,
  attributes: { key, title },
});

export const presentQuestion = ({ id, key, category, title, disabledAt }: AssessmentQuestion): Resource => ({
  type: 'assessment_questions',
  id,
  attributes: { key, category, title, disabled_at: wireTime(disabledAt) },
});

/** A region with its locations; `include.locations` makes them whole. */
export function presentRegion(region: Region, reference: ReferencePicture, include: IncludeTree = {}): Resource {
  const locations = region.locationIds.map((id) => {
    const location = include.locations && reference.locations.find(id);
    return location ? presentLocation(location, reference) : identifier('locations', id);
  });
  return {
    type: 'regions',
    id: region.id,
    attributes: {
      key: region.key,
      name: region.name,
      created_at: wireTime(region.createdAt),
      updated_at: wireTime(region.updatedAt),
    },
    relationships: { locations },
  };
}
