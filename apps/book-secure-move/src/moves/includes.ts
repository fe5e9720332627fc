import { Includable } from '../shared/include';

/** The chains of the assessments that a profile may have. */
export const assessmentChains: readonly string[] = ['person_escort_record', 'youth_risk_assessment'].flatMap(
  (assessment) => [
    `profile.${assessment}.flags`,
    `profile.${assessment}.framework`,
    `profile.${assessment}.prefill_source`,
    `profile.${assessment}.responses.nomis_mappings`,
    `profile.${assessment}.responses.question.descendants.**`,
  ],
);

/** What may be included with one move. */
export const moveIncludes = new Includable(
  'profile.documents',
  'profile.category',
  'profile.person.ethnicity',
  'profile.person.gender',
  ...assessmentChains,
  'from_location.suppliers',
  'to_location.suppliers',
  'prison_transfer_reason',
  'court_hearings',
  'allocation',
  'original_move',
  'supplier',
  'important_events',
  'timeline_events.eventable',
  'timeline_events.location',
  'timeline_events.court_location',
  'timeline_events.from_location',
  'timeline_events.to_location',
  'journeys.from_location',
  'journeys.to_location',
  'lodgings.location',
  'extradition_flight',
);

/** What may be included with a list of moves. */
export const movesIncludes = new Includable(
  'profile.category',
  'profile.person.ethnicity',
  'profile.person.gender',
  'profile.person_escort_record.flags',
  'from_location',
  'to_location',
  'prison_transfer_reason',
  'supplier',
  'important_events',
  'timeline_events',
  'lodgings',
);
