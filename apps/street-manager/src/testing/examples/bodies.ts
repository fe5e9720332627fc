import { permitBody, siteBody } from '../given';

/** Requests that keep every rule, for a street in Ellerdale and its promoter Northbeck Water. */

const place = {
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  usrn: 8412007,
  works_coordinates: { type: 'Point', coordinates: [431880, 436120] },
};

const { reinstatement_type: _, ...reinstatement } = siteBody();
export const reinstatementBody: object = reinstatement;

export const nonNotifiableBody: object = {
  ...place,
  workstream_prefix: '001',
  reinstatement_type: 'core_holes',
  reinstatement_status: 'interim',
  reinstatement_date: '2026-11-20T00:00:00.000Z',
  number_of_holes: 4,
  reinstatement_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
  location_description: 'Carriageway outside number 18',
  location_types: ['carriageway'],
  reinstatement_evidence: false,
};

/** What both kinds of records of historic works say of the works. */
export const historicBody: object = {
  ...place,
  historical_permit_reference: 'OLD-{fresh}',
  works_location_description: 'Outside number 18',
  description_of_work: 'Renew the main',
  work_start_date: '2018-03-05T00:00:00.000Z',
  work_end_date: '2018-03-09T00:00:00.000Z',
};

/** An alteration of a permit that is as `permitBody` asked for. */
export const alterationBody: object = {
  ...permitBody(),
  proposed_end_date: '2026-12-16T00:00:00.000Z',
  permit_alteration_reason: 'Rock met at 1.2 m',
};

export const section81Body: object = {
  ...place,
  location_description: 'Outside number 18',
  location_types: ['carriageway'],
  inspection_date: '2026-11-20T00:00:00.000Z',
  section_81_type: 'cabinet',
  section_81_severity: 'high',
  made_safe_by_ha: true,
  inspector_name: 'J Okoro',
  additional_details: 'The door hangs open',
  section_81_evidence: false,
};

export const section74Body: object = {
  permit_reference_number: '{permitReferenceNumber}',
  location_description: 'Outside number 18',
  location_types: ['carriageway'],
  inspection_date: '2026-11-20T00:00:00.000Z',
  overrun_warning_reasons: ['open_excavation'],
  overrun_warning_details: 'The trench is open',
  officer_name: 'J Okoro',
  officer_contact_details: '01632960170',
  schedule_follow_up_inspection: false,
  section_74_evidence: false,
};

export const scheduledInspectionBody: object = {
  scheduled_inspection_type: 'live_site',
  scheduled_inspection_category: 'a',
  scheduled_inspection_date: '2026-11-23T00:00:00.000Z',
};

export const changedPlanBody: object = {
  works_coordinates: place.works_coordinates,
  start_date: '2027-03-01T00:00:00.000Z',
  end_date: '2027-04-30T00:00:00.000Z',
  description_of_work: 'Renew the main',
  works_location_description: 'The whole lane',
  traffic_management_type: 'lane_closure',
  forward_plan_asds: [],
};

export const planBody: object = { ...place, ...changedPlanBody, workstream_prefix: '001' };

export const changedActivityBody: object = {
  activity_name: 'Harvest fair',
  activity_activity_type: 'event',
  contact_name: 'J Okoro',
  start_date: '2026-12-01T00:00:00.000Z',
  end_date: '2026-12-02T00:00:00.000Z',
  location_types: ['carriageway', 'footway'],
  activity_location_description: 'The whole lane',
  traffic_management_type: 'road_closure',
  collaborative_working: false,
};

export const activityBody: object = {
  ...changedActivityBody,
  usrn: 8412007,
  activity_coordinates: place.works_coordinates,
};

export const changedTargetBody = {
  agreed_category_a: 12,
  agreed_category_b: 10,
  agreed_category_c: 8,
  cap_category_a: 3,
  cap_category_b: 0,
  cap_category_c: 100,
};

export const targetBody: object = { ...changedTargetBody, promoter_org_ref: '4312' };
