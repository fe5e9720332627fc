import { body } from '../testing/given';
import { streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

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

/** What a further permit and an alteration send again: the application without its place and parties. */
const contentOf = ({
  promoter_swa_code: _promoter,
  highway_authority_swa_code: _authority,
  usrn: _street,
  workstream_prefix: _workstream,
  ...content
}: typeof application) => content;

describe('the worked examples, in the order of their dates', () => {
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

  it('refuses the granted permit no more; another, its promoter cancels', async () => {
    const refuse = {
      assessment_status: 'refused',
      reasons_for_refusal: ['RC10', 'RC31'],
      additional_comments: 'Diversion route not shown',
    };
    expect((await api.as('ellerdale').put(`${permits}/${PRN}/assessment`, refuse)).status).toBe(412);
    const other = await given.work(application);
    await given.assess(other, refuse);
    const cancel = { permit_status: 'cancelled', additional_comments: 'Scheme deferred' };
    body(await api.as('northbeck').put(`/works/${other.wrn}/permits/${other.prn}/status`, cancel), 204);
    const { history } = body<{ history: [object] }>(await api.as('northbeck').get(`/works/${other.wrn}`), 200);
    expect(history[0]).toMatchObject({ event: 'permit_cancelled', details: 'Permit cancelled: Scheme deferred' });
  });

  it('inspects the works while they are in progress, and gives a notice', async () => {
    await api.moveTo({ now: '2021-09-06T08:00:00.000Z' });
    const start = { actual_start_date: '2021-09-06T08:00:00.000Z' };
    body(await api.as('northbeck').put(`/works/${WRN}/start`, start), 204);
    await api.moveTo({ now: '2021-09-08T11:00:00.000Z' });
    const inspection = {
      inspection_type: 'live_site',
      inspection_category: 'a',
      inspection_outcome: 'failed_high',
      inspection_start_date: '2021-09-08T10:40:00.000Z',
      failure_reason_details: [{ failure_reason: 'live_site_barriers', details: 'Gap in barriers at excavation' }],
      was_call_logged: true,
      call_logged_to: 'Northbeck control room',
      call_logged_reference: 'C-55120',
      call_logged_summary: 'Crew asked to close the gap',
      defect_fixed_on_site: 'yes_by_onsite_members',
      inspection_evidence: true,
      file_ids: [await given.file('gap.pdf', 'ellerdale')],
      reinspection_date: '2021-09-09T00:00:00.000Z',
      reinspection_type: 'non_compliance_follow_up',
      reinspection_category: 'follow_up',
      username: 'j.okoro@ellerdale.example',
      inspector_name: 'J Okoro',
    };
    expect(body(await api.as('ellerdale').post(`/works/${WRN}/inspections`, inspection), 201)).toEqual({
      inspection_reference_number: `${WRN}-INSP-01`,
    });
    const notice = {
      fpn_evidence: false,
      offence_date: '2021-09-08T10:40:00.000Z',
      offence_code: 'offence_code_09',
      offence_details: 'Working outside the permitted hours',
      authorised_officer: 'J Okoro',
      officer_contact_details: '01632960170',
      officer_address: 'Civic Yard, Ellerdale',
      representations_contact: 'Streetworks team',
      representations_contact_address: 'Civic Yard, Ellerdale',
      payment_methods: ['bank_transfer', 'card_payment'],
      permit_reference_number: PRN,
    };
    expect(body(await api.as('ellerdale').post(`/works/${WRN}/fixed-penalty-notices`, notice), 201)).toEqual({
      fpn_reference_number: `${WRN}-FPN-01`,
    });
  });

  it('extends the works, whose duration the authority challenges', async () => {
    const { permit_conditions, ...content } = contentOf(application);
    const extension = {
      ...content,
      proposed_end_date: '2021-09-15T00:00:00.000Z',
      permit_conditions: [
        { condition: 'NCT01a' },
        { condition: 'NCT01b' },
        ...permit_conditions,
        { condition: 'NCT11a' },
      ],
      works_coordinates: line,
      permit_alteration_reason: 'Rock met at 1.2 m',
    };
    const alterations = `${permits}/${PRN}/alterations`;
    const reference = `${PRN}-CR-01`;
    expect(body(await api.as('northbeck').post(alterations, extension), 201)).toEqual({
      permit_alteration_reference_number: reference,
    });
    const challenge = {
      alteration_status: 'granted_with_duration_challenge',
      assessment_comments: 'One further day is reasonable',
      reasonable_period_end_date: '2021-09-14T00:00:00.000Z',
    };
    body(await api.as('ellerdale').put(`${alterations}/${reference}/status`, challenge), 204);
    expect(await given.permit({ wrn: WRN, prn: PRN })).toMatchObject({
      work_status: 'in_progress',
      proposed_end_date: '2021-09-13T00:00:00.000Z',
      reasonable_period_end_date: '2021-09-14T00:00:00.000Z',
      is_duration_challenged: true,
      permit_alterations: [{ permit_alteration_reference_number: reference, alteration_type: 'WORK_EXTENSION' }],
    });
  });

  it('registers the site, and makes it permanent under a later permit', async () => {
    await api.moveTo({ now: '2021-09-13T15:00:00.000Z' });
    const site = {
      reinstatement_type: 'excavation',
      reinstatement_status: 'interim',
      reinstatement_date: '2021-09-10T00:00:00.000Z',
      depth: 0.9,
      length: 12.5,
      width: 0.6,
      final_reinstatement: false,
      reinstatement_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
      secondary_reinstatement_coordinates: { type: 'Point', coordinates: [431889.8, 436128.4] },
      location_description: 'Carriageway outside number 18',
      location_types: ['carriageway'],
      reinstatement_evidence: false,
      inspection_units: 1,
    };
    const northbeck = api.as('northbeck');
    expect(body(await northbeck.post(`/works/${WRN}/sites`, site), 201)).toEqual({ site_number: 1 });
    body(await northbeck.put(`/works/${WRN}/stop`, { actual_stop_date: '2021-09-13T15:00:00.000Z' }), 204);
    await api.moveTo({ now: '2022-01-04T10:00:00.000Z' });
    const dates = { proposed_start_date: '2022-01-19T00:00:00.000Z', proposed_end_date: '2022-01-21T00:00:00.000Z' };
    expect(await given.furtherPermit({ wrn: WRN }, { ...contentOf(application), ...dates })).toMatchObject({
      prn: `${WRN}-02`,
    });
    await api.moveTo({ now: '2022-01-21T10:00:00.000Z' });
    const speaker = api.as('northbeck');
    body(await speaker.put(`/works/${WRN}/start`, { actual_start_date: '2022-01-19T08:00:00.000Z' }), 204);
    const { reinstatement_type: _, secondary_reinstatement_coordinates: __, inspection_units: ___, ...again } = site;
    const permanent = {
      ...again,
      reinstatement_status: 'permanent',
      reinstatement_date: '2022-01-20T00:00:00.000Z',
      final_reinstatement: true,
    };
    body(await speaker.post(`/works/${WRN}/sites/1/reinstatements`, permanent), 201);
    expect(body(await speaker.get(`/works/${WRN}`), 200)).toMatchObject({
      work_status: 'in_progress',
      number_of_sites: 1,
      sites: [{ site_number: 1, site_status: 'permanent', permit_reference_number: `${WRN}-02` }],
      active_permit: { permit_status: 'granted', is_deemed: true, final_reinstatement: true },
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
