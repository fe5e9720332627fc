import type { HistoryEvent, UpdateEventType, UpdateObjectType } from './enums';

/** The part of the service that an entry belongs to. Clients are told to rely on the event: this may change. */
export type HistoryTopic =
  | 'Application'
  | 'Permit'
  | 'PAA'
  | 'ChangeRequest'
  | 'FPN'
  | 'Reinstatement'
  | 'Inspection'
  | 'ScheduledInspection'
  | 'Work'
  | 'ForwardPlan'
  | 'Comment'
  | 'Section81'
  | 'Section74';

/** The kind of record that an entry's `object_reference` names. */
export type HistoryObject =
  | 'work'
  | 'permit'
  | 'active_permit'
  | 'alteration'
  | 'site'
  | 'inspection'
  | 'fpn'
  | 'section_81'
  | 'section_74'
  | 'forward_plan'
  | 'file'
  | 'comment'
  | 'sample_inspection'
  | 'activity';

/** What is said of an event of the history of works. */
export interface HistoryEntryKind {
  /** `by_grant`: Application before the permit's grant, Permit after it. Null for what is not on a work. */
  topic: HistoryTopic | 'by_grant' | null;
  /** Null when the entry refers to nothing. */
  object: HistoryObject | null;
  /** What happened, for people. */
  details: string;
  /** The row of the list of updates; null for what never appears there. */
  update: { eventType: UpdateEventType; objectType: UpdateObjectType } | null;
}

type Row = readonly [
  HistoryEvent,
  HistoryEntryKind['topic'],
  HistoryObject | null,
  string,
  UpdateObjectType,
  UpdateEventType?,
];

/** Event, topic, object, details, type of object in the list of updates, and its event there where it has another name. */
const onWorks: readonly Row[] = [
  ['planned_works_record_created', 'Work', 'work', 'Planned works record created', 'work'],
  ['in_progress_works_record_created', 'Work', 'work', 'In progress works record created', 'work'],
  ['historic_works_record_created', 'Work', 'work', 'Historic works record created', 'work'],
  ['non_notifiable_works_record_created', 'Work', 'work', 'Non-notifiable works record created', 'work'],
  [
    'section_81_works_record_created',
    'Work',
    'work',
    'Section 81 works record created',
    'work',
    's81_works_record_created',
  ],
  ['unattributable_works_record_created', 'Work', 'work', 'Unattributable works record created', 'work'],
  ['permit_submitted', 'Application', 'permit', 'Permit application submitted', 'permit'],
  ['permit_refused', 'Application', 'permit', 'Permit refused', 'permit'],
  ['permit_modification_request', 'Application', 'permit', 'Permit modification requested', 'permit'],
  ['permit_cancelled', 'by_grant', 'permit', 'Permit cancelled', 'permit'],
  ['lane_rental_assessed', 'by_grant', 'permit', 'Lane rental assessed', 'permit'],
  ['permit_granted', 'Permit', 'permit', 'Permit granted', 'permit'],
  ['permit_granted_with_duration_challenge', 'Permit', 'permit', 'Permit granted with a duration challenge', 'permit'],
  ['permit_revoked', 'Permit', 'permit', 'Permit revoked', 'permit'],
  ['permit_deemed', 'Permit', 'permit', 'Permit deemed granted', 'permit'],
  ['permit_discount_updated', 'Permit', 'permit', 'Permit discount updated', 'permit'],
  ['permit_hs2_acknowledged', 'Permit', 'permit', 'HS2 permit acknowledged', 'permit'],
  ['paa_submitted', 'PAA', 'permit', 'PAA submitted', 'paa'],
  ['paa_granted', 'PAA', 'permit', 'PAA granted', 'paa'],
  ['paa_refused', 'PAA', 'permit', 'PAA refused', 'paa'],
  ['paa_cancelled', 'PAA', 'permit', 'PAA cancelled', 'paa'],
  ['paa_revoked', 'PAA', 'permit', 'PAA revoked', 'paa'],
  ['paa_deemed', 'PAA', 'permit', 'PAA deemed granted', 'paa'],
  ['paa_discount_updated', 'PAA', 'permit', 'PAA discount updated', 'paa'],
  ['alteration_submitted', 'ChangeRequest', 'alteration', 'Alteration submitted', 'change_request'],
  ['alteration_applied_auto', 'ChangeRequest', 'alteration', 'Alteration applied automatically', 'change_request'],
  ['alteration_granted', 'ChangeRequest', 'alteration', 'Alteration granted', 'change_request'],
  [
    'alteration_granted_with_duration_challenge',
    'ChangeRequest',
    'alteration',
    'Alteration granted with a duration challenge',
    'change_request',
  ],
  ['alteration_refused', 'ChangeRequest', 'alteration', 'Alteration refused', 'change_request'],
  ['alteration_deemed', 'ChangeRequest', 'alteration', 'Alteration deemed granted', 'change_request'],
  ['alteration_cancelled', 'ChangeRequest', 'alteration', 'Alteration cancelled', 'change_request'],
  ['work_start_logged', 'Work', 'active_permit', 'Works start logged', 'permit'],
  ['work_stop_logged', 'Work', 'active_permit', 'Works stop logged', 'permit'],
  ['work_start_reverted', 'Work', 'active_permit', 'Works start reverted', 'permit'],
  ['work_stop_reverted', 'Work', 'active_permit', 'Works stop reverted', 'permit'],
  ['inspection_units_logged', 'Work', 'active_permit', 'Inspection units logged', 'work'],
  ['final_reinstatement_updated', 'Work', 'active_permit', 'Final reinstatement updated', 'work'],
  ['excavation_carried_out_updated', 'Work', 'active_permit', 'Excavation carried out updated', 'work'],
  ['reinstatement_submitted', 'Reinstatement', 'site', 'Reinstatement submitted', 'reinstatement'],
  ['inspection_passed', 'Inspection', 'inspection', 'Inspection passed', 'inspection'],
  ['inspection_failed', 'Inspection', 'inspection', 'Inspection failed', 'inspection'],
  ['inspection_unable_to_carry_out', 'Inspection', 'inspection', 'Inspection could not be completed', 'inspection'],
  ['inspection_further_required', 'Inspection', 'inspection', 'Further inspections required', 'inspection'],
  [
    'inspection_agreed_site_compliance',
    'Inspection',
    'inspection',
    'Site compliance agreed',
    'inspection',
    'inspection_withdraw_defect',
  ],
  [
    'inspection_non_compliant_with_conditions',
    'Inspection',
    'inspection',
    'Works do not comply with conditions',
    'inspection',
  ],
  ['inspection_works_stopped', 'Inspection', 'inspection', 'Works found stopped', 'inspection'],
  [
    'inspection_works_stopped_apparatus_remaining',
    'Inspection',
    'inspection',
    'Works found stopped, apparatus remaining',
    'inspection',
  ],
  ['inspection_works_in_progress', 'Inspection', 'inspection', 'Works found in progress', 'inspection'],
  [
    'inspection_works_in_progress_no_carriageway_incursion',
    'Inspection',
    'inspection',
    'Works found in progress, no carriageway incursion',
    'inspection',
  ],
  ['inspection_withdraw_defect', 'Inspection', 'inspection', 'Defect withdrawn', 'inspection'],
  ['inspection_withdrawn', 'Inspection', 'inspection', 'Inspection withdrawn', 'inspection'],
  ['sample_inspection_created', 'Inspection', 'sample_inspection', 'Sample inspection created', 'inspection'],
  ['sample_inspection_completed', 'Inspection', 'sample_inspection', 'Sample inspection completed', 'inspection'],
  ['sample_inspection_removed', 'Inspection', 'sample_inspection', 'Sample inspection removed', 'inspection'],
  ['sample_inspection_expired', 'Inspection', 'sample_inspection', 'Sample inspection expired', 'inspection'],
  ['scheduled_inspection_created', 'ScheduledInspection', null, 'Inspection scheduled', 'scheduled_inspection'],
  [
    'scheduled_inspection_cancelled',
    'ScheduledInspection',
    null,
    'Scheduled inspection cancelled',
    'scheduled_inspection',
  ],
  ['fpn_submitted', 'FPN', 'fpn', 'FPN submitted', 'fpn'],
  ['fpn_accepted', 'FPN', 'fpn', 'FPN accepted', 'fpn'],
  ['fpn_disputed', 'FPN', 'fpn', 'FPN disputed', 'fpn'],
  ['fpn_paid', 'FPN', 'fpn', 'FPN paid', 'fpn'],
  ['fpn_withdrawn', 'FPN', 'fpn', 'FPN withdrawn', 'fpn'],
  ['section_81_submitted', 'Section81', 'section_81', 'Section 81 submitted', 'section_81'],
  ['section_81_acknowledged', 'Section81', 'section_81', 'Section 81 acknowledged', 'section_81'],
  ['section_81_accepted', 'Section81', 'section_81', 'Section 81 accepted', 'section_81'],
  ['section_81_accepted_fixed', 'Section81', 'section_81', 'Section 81 accepted and fixed', 'section_81'],
  ['section_81_rejected', 'Section81', 'section_81', 'Section 81 rejected', 'section_81'],
  [
    'section_81_resolved_by_ha',
    'Section81',
    'section_81',
    'Section 81 resolved by the highway authority',
    'section_81',
  ],
  ['section_81_cancelled', 'Section81', 'section_81', 'Section 81 cancelled', 'section_81'],
  ['section_81_reassigned', 'Section81', 'section_81', 'Section 81 reassigned', 'section_81'],
  ['section_81_linked_to_permit', 'Section81', 'section_81', 'Section 81 linked to a permit', 'section_81'],
  ['section_81_unlinked_from_permit', 'Section81', 'section_81', 'Section 81 unlinked from a permit', 'section_81'],
  ['section_74_warning_issued', 'Section74', 'section_74', 'Section 74 warning issued', 'work'],
  ['section_74_warning_acknowledged', 'Section74', 'section_74', 'Section 74 warning acknowledged', 'work'],
  ['section_74_site_visited_and_rectified', 'Section74', 'section_74', 'Section 74 site visited and rectified', 'work'],
  ['section_74_charges_ended', 'Section74', 'section_74', 'Section 74 charges ended', 'work'],
  ['section_74_warning_disputed', 'Section74', 'section_74', 'Section 74 warning disputed', 'work'],
  ['section_74_withdrawn', 'Section74', 'section_74', 'Section 74 withdrawn', 'work'],
  ['section_74_draft_invoice_issued', 'Section74', 'section_74', 'Section 74 draft invoice issued', 'work'],
  ['section_74_draft_invoice_acknowledged', 'Section74', 'section_74', 'Section 74 draft invoice acknowledged', 'work'],
  ['section_74_charge_under_review', 'Section74', 'section_74', 'Section 74 charge under review', 'work'],
  ['section_74_charge_agreed', 'Section74', 'section_74', 'Section 74 charge agreed', 'work'],
  ['section_74_resolved', 'Section74', 'section_74', 'Section 74 resolved', 'work'],
  ['forward_plan_submitted', 'ForwardPlan', 'forward_plan', 'Forward plan submitted', 'forward_plan'],
  ['forward_plan_edited', 'ForwardPlan', 'forward_plan', 'Forward plan edited', 'forward_plan'],
  ['forward_plan_cancelled', 'ForwardPlan', 'forward_plan', 'Forward plan cancelled', 'forward_plan'],
  ['file_uploaded', 'Work', 'file', 'File uploaded', 'work'],
  ['comment_submitted', 'Comment', 'comment', 'Comment submitted', 'comment'],
  ['internal_comment_submitted', 'Comment', 'comment', 'Internal comment submitted', 'comment'],
  ['comment_read', 'Comment', 'comment', 'Comment read', 'comment'],
  ['historic_action', 'Work', null, 'Action from before the service', 'work'],
  ['support_desk_action', 'Work', null, 'Action of the support desk', 'work'],
  ['upcoming_event', 'Work', null, 'Event of a later version', 'work'],
];

/** Events of organisations and of the street, which no work has: they are kept, but never listed as updates of works. */
const elsewhere: readonly (readonly [HistoryEvent, HistoryObject | null, string])[] = [
  ['activity_submitted', 'activity', 'Activity submitted'],
  ['activity_edited', 'activity', 'Activity edited'],
  ['activity_cancelled', 'activity', 'Activity cancelled'],
  ['sample_inspection_target_created', null, 'Sample inspection target created'],
  ['sample_inspection_target_updated', null, 'Sample inspection target updated'],
  ['sample_inspection_target_closed', null, 'Sample inspection target closed'],
  ['geographical_area_created', null, 'Geographical area created'],
  ['geographical_area_updated', null, 'Geographical area updated'],
  ['user_invited', null, 'User invited'],
  ['user_removed', null, 'User removed'],
  ['user_name_updated', null, 'User name updated'],
  ['organisation_updated', null, 'Organisation updated'],
  ['organisation_contract_added', null, 'Contract added'],
  ['organisation_contract_removed', null, 'Contract removed'],
  ['workstream_created', null, 'Workstream created'],
  ['workstream_updated', null, 'Workstream updated'],
  ['workstream_access_updated', null, 'Workstream access updated'],
];

/** Every event that the history can hold. */
export const historyCatalogue = Object.fromEntries([
  ...onWorks.map(([event, topic, object, details, objectType, eventType]) => [
    event,
    { topic, object, details, update: { eventType: eventType ?? (event as UpdateEventType), objectType } },
  ]),
  ...elsewhere.map(([event, object, details]) => [event, { topic: null, object, details, update: null }]),
]) as Readonly<Record<HistoryEvent, HistoryEntryKind>>;
