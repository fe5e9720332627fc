import type { DocumentOptions, JsonApiDocument, Resource } from '@switchyard/http';
import { ResourceSerializer } from '@switchyard/http';

/** Every type that leaves this service, with its relationships. */
export const serializer = new ResourceSerializer([
  {
    type: 'moves',
    relationships: [
      'person', 'from_location', 'prison_transfer_reason', 'profile', 'supplier', 'to_location', 'documents',
      'court_hearings', 'lodgings', 'journeys', 'timeline_events', 'important_events', 'allocation', 'original_move',
      'extradition_flight',
    ], // prettier-ignore
  },
  { type: 'allocations', relationships: ['from_location', 'to_location', 'moves'] },
  { type: 'people', relationships: ['ethnicity', 'gender', 'profiles', 'category'] },
  {
    type: 'profiles',
    relationships: ['person', 'category', 'documents', 'person_escort_record', 'youth_risk_assessment'],
  },
  { type: 'journeys', relationships: ['from_location', 'to_location'] },
  { type: 'lodgings', relationships: ['move', 'location'] },
  {
    type: 'events',
    relationships: [
      'eventable', 'supplier', 'location', 'from_location', 'to_location', 'court_location', 'previous_move',
      'old_location',
    ], // prettier-ignore
  },
  { type: 'court_hearings', relationships: ['move'] },
  { type: 'court_cases', relationships: ['location'] },
  { type: 'timetable_entries', relationships: ['location'] },
  { type: 'locations', relationships: ['suppliers'] },
  { type: 'regions', relationships: ['locations'] },
  { type: 'suppliers', relationships: [] },
  { type: 'genders', relationships: [] },
  { type: 'ethnicities', relationships: [] },
  { type: 'identifier_types', relationships: [] },
  { type: 'prison_transfer_reasons', relationships: [] },
  { type: 'allocation_complex_cases', relationships: [] },
  { type: 'assessment_questions', relationships: [] },
  { type: 'categories', relationships: [] },
]);

/** The document of one resource or of a list. */
export const documentOf = (data: Resource | readonly Resource[], options?: DocumentOptions): JsonApiDocument =>
  serializer.document(data, options);
