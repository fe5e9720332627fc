import { body } from '../testing/given';
import { streetManager } from '../testing/street-manager';

const { api } = streetManager();

/** The examples that the published guide walks through, with their own dates: Tuesday 17 August 2021, in the morning. */
const SUBMITTED = '2021-08-17T10:15:00.000Z';
const GRANTED = '2021-08-19T09:02:11.000Z';
const WRN = 'NB00148120937';
const PRN = `${WRN}-01`;
const line = {
  type: 'LineString',
  coordinates: [
    [431870.4, 436112.9],
    [431902.7, 436140.2],
  ],
};

const application = {
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  works_coordinates: line,
  usrn: 8412007,
  workstream_prefix: '001',
  internal_user_identifier: 'plan-17',
  internal_user_name: 'A Verlaine',
  secondary_contact: 'Asha Verlaine',
  secondary_contact_number: '01632960144',
  secondary_contact_email: 'a.verlaine@northbeck.example',
  proposed_start_date: '2021-09-06T00:00:00.000Z',
  proposed_end_date: '2021-09-13T00:00:00.000Z',
  description_of_work: 'Replace 40 m of distribution main',
  excavation: true,
  project_reference_number: 'NBW-R2-771',
  traffic_management_plan: false,
  lane_rental_applicable: false,
  permit_conditions: [{ condition: 'NCT02a', comment: '09:30 to 15:30 only' }],
  works_location_description: 'Outside numbers 12 to 30',
  environmental_health_notifiable: false,
  collaborative_working: false,
  activity_type: 'utility_asset_works',
  traffic_management_type: 'give_and_take',
  application_type: 'permit',
  location_types: ['carriageway', 'footway'],
  work_type: 'planned',
  is_ttro_required: false,
  close_footway: 'no',
  permit_asds: [],
};

/** The permit after its grant and before the start, member by member: nothing more, nothing less. */
const granted = {
  permit_reference_number: PRN,
  work_reference_number: WRN,
  promoter_organisation: 'NORTHBECK WATER',
  promoter_swa_code: '4312',
  promoter_contact_details: '01632960100',
  highway_authority: 'ELLERDALE COUNCIL',
  highway_authority_swa_code: '2845',
  workstream_prefix: '001',
  permit_status: 'granted',
  work_status: 'planned',
  work_category: 'standard',
  work_type: 'planned',
  proposed_start_date: '2021-09-06T00:00:00.000Z',
  proposed_end_date: '2021-09-13T00:00:00.000Z',
  reasonable_period_end_date: '2021-09-13T00:00:00.000Z',
  calendar_day_duration: 8,
  working_day_duration: 6,
  validity_period_end_date: '2021-09-10T00:00:00.000Z',
  sliding_end_date_candidate: true,
  deadline_date: '2021-08-23T15:30:00.000Z',
  date_created: SUBMITTED,
  date_modified: GRANTED,
  is_early_start: false,
  is_deemed: false,
  ever_modification_requested: false,
  is_duration_challenged: false,
  is_ttro_required: false,
  is_covid_19_response: false,
  assessment_status: 'granted',
  assessment_discount: 30,
  assessment_comments: 'Off-peak working agreed',
  secondary_contact: 'Asha Verlaine',
  secondary_contact_number: '01632960144',
  secondary_contact_email: 'a.verlaine@northbeck.example',
  description_of_work: 'Replace 40 m of distribution main',
  excavation: true,
  excavation_carried_out: true,
  final_reinstatement: false,
  project_reference_number: 'NBW-R2-771',
  traffic_management_plan: false,
  lane_rental_applicable: false,
  is_lane_rental: false,
  street_name: 'TANNERY LANE',
  town: 'ELLERDALE',
  area_name: 'LOW WHARF',
  usrn: 8412007,
  road_category: 4,
  works_location_description: 'Outside numbers 12 to 30',
  works_coordinates: line,
  environmental_health_notifiable: false,
  collaborative_working: false,
  activity_type: 'utility_asset_works',
  traffic_management_type: 'give_and_take',
  application_type: 'permit',
  close_footway: 'no',
  location_types: ['carriageway', 'footway'],
  permit_conditions: [
    { condition: 'NCT01a', condition_string: 'NCT01a' },
    { condition: 'NCT01b', condition_string: 'NCT01b' },
    { condition: 'NCT02a', condition_string: 'NCT02a', comment: '09:30 to 15:30 only' },
    { condition: 'NCT11a', condition_string: 'NCT11a' },
  ],
  permit_asds: [],
  permit_not_selected_asds: [
    {
      street_special_desig_code: 2,
      street_special_desig_code_string: 'traffic_sensitive',
      special_desig_start_time: 700,
      special_desig_end_time: 930,
      special_desig_periodicity_code: 2,
      special_desig_periodicity_code_string: 'working_days_only',
    },
  ],
  permit_alterations: [],
  files: [],
  permit_status_string: 'granted',
  work_status_string: 'planned',
  work_category_string: 'standard',
  work_type_string: 'planned',
  assessment_status_string: 'granted',
  activity_type_string: 'utility_asset_works',
  traffic_management_type_string: 'give_and_take',
  application_type_string: 'permit',
  close_footway_string: 'no',
  location_types_string: ['carriageway', 'footway'],
};

const permits = `/works/${WRN}/permits`;

describe('the worked examples', () => {
  beforeAll(() => api.moveTo({ now: SUBMITTED }));

  it('submits the works and has their permit granted', async () => {
    const created = await api.as('northbeck').post('/works', { work_reference_number: WRN, ...application });
    expect(body(created, 201)).toEqual({ work_reference_number: WRN, permit_reference_number: PRN });
    await api.moveTo({ now: GRANTED });
    const grant = {
      assessment_status: 'granted',
      assessment_discount: 30,
      additional_comments: 'Off-peak working agreed',
    };
    body(await api.as('ellerdale').put(`${permits}/${PRN}/assessment`, grant), 204);
    expect(body(await api.as('northbeck').get(`${permits}/${PRN}`), 200)).toEqual(granted);
  });

  it('shows the works', async () => {
    const submitted = { action_date: SUBMITTED, internal_user_identifier: 'plan-17', internal_user_name: 'A Verlaine' };
    expect(body(await api.as('northbeck').get(`/works/${WRN}`), 200)).toEqual({
      work_reference_number: WRN,
      workstream_prefix: '001',
      promoter_swa_code: '4312',
      promoter_organisation: 'NORTHBECK WATER',
      highway_authority_swa_code: '2845',
      highway_authority: 'ELLERDALE COUNCIL',
      street_name: 'TANNERY LANE',
      town: 'ELLERDALE',
      area_name: 'LOW WHARF',
      road_category: 4,
      works_coordinates: line,
      usrn: 8412007,
      work_status: 'planned',
      work_status_string: 'planned',
      works_location_description: 'Outside numbers 12 to 30',
      work_start_date: '2021-09-06T00:00:00.000Z',
      work_end_date: '2021-09-13T00:00:00.000Z',
      description_of_work: 'Replace 40 m of distribution main',
      active_permit: granted,
      permits: [
        {
          permit_reference_number: PRN,
          proposed_start_date: '2021-09-06T00:00:00.000Z',
          proposed_end_date: '2021-09-13T00:00:00.000Z',
          permit_status: 'granted',
          work_category: 'standard',
          permit_status_string: 'granted',
          work_category_string: 'standard',
        },
      ],
      history: [
        {
          action_date: GRANTED,
          topic: 'Permit',
          details: expect.stringContaining('Permit granted'),
          username: 'officer@ellerdale.example',
          event: 'permit_granted',
          object_reference: PRN,
          update_id: expect.any(Number),
          event_string: 'permit_granted',
        },
        expect.objectContaining({ ...submitted, event: 'permit_submitted' }),
        expect.objectContaining({ ...submitted, event: 'planned_works_record_created' }),
      ],
      sites: [],
      inspections: [],
      fpns: [],
      files: [],
      sample_inspections: [],
      number_of_sites: 0,
    });
  });

  it('refuses the same permit no more, and cancels it on the word of its promoter', async () => {
    const refuse = {
      assessment_status: 'refused',
      reasons_for_refusal: ['RC10', 'RC31'],
      additional_comments: 'Diversion route not shown',
    };
    expect((await api.as('ellerdale').put(`${permits}/${PRN}/assessment`, refuse)).status).toBe(412);
    const cancel = { permit_status: 'cancelled', additional_comments: 'Scheme deferred' };
    body(await api.as('northbeck').put(`${permits}/${PRN}/status`, cancel), 204);
    const { history } = body<{ history: [object] }>(await api.as('northbeck').get(`/works/${WRN}`), 200);
    expect(history[0]).toMatchObject({
      event: 'permit_cancelled',
      topic: 'Permit',
      details: 'Permit cancelled: Scheme deferred',
    });
  });

  it('is no early start on the last day of its notice, which a bank holiday moves on', async () => {
    const early = (start: string) =>
      api
        .as('northbeck')
        .get(
          `/permits/category?work_type=planned&proposed_start_date=${start}&proposed_end_date=${start}&work_reference_number=${WRN}`,
        );
    await api.moveTo({ now: SUBMITTED });
    // Minor works have three working days: Tuesday to Thursday.
    expect(body(await early('2021-08-18'), 200)).toMatchObject({ is_early_start: true });
    expect(body(await early('2021-08-19'), 200)).toMatchObject({ is_early_start: false });
    const standard = (start: string) =>
      api
        .as('northbeck')
        .get(`/permits/category?work_type=planned&proposed_start_date=${start}&proposed_end_date=2021-09-06`);
    expect(body(await standard('2021-08-27'), 200)).toMatchObject({ work_category: 'standard', is_early_start: true });
    expect(body(await standard('2021-08-31'), 200)).toMatchObject({ work_category: 'standard', is_early_start: false });
  });
});
