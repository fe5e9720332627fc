import { pool, together } from '../../bare/database.mjs';

const insertWork = {
  name: 'insert-work',
  text: `
    insert into work (reference, status, promoter, highway_authority, workstream, usrn, street_name, town, area_name,
      road_category, coordinates, location_description, description_of_work, start_date, end_date, active_permit,
      created_at, permit_count)
    select $1, 'planned', $2, $3, $4, s.usrn, s.descriptor, s.town, s.area, s.road_category, $6, $7, $8, $9, $10,
      $1 || '-01', $11, 1
    from street s where s.usrn = $5`,
};

const insertPermit = {
  name: 'insert-permit',
  text: `
    insert into permit (reference, work_reference, number, is_active, status, work_category, work_type, content,
      not_selected_asds, traffic_management_type, proposed_start_date, proposed_end_date, reasonable_period_end_date,
      validity_period_end_date, calendar_day_duration, working_day_duration, sliding_end_date_candidate, deadline_date,
      date_created, date_modified, status_changed_date, is_early_start, is_traffic_sensitive, is_high_impact,
      is_lane_rental, excavation_carried_out, work_status, promoter, highway_authority, workstream, usrn,
      road_category, search)
    values ($1 || '-01', $1, 1, true, 'submitted', 'standard', $2, $3, $4, $5, $6, $7, $7, $8, 8, 6, true, $9,
      $10, $10, $10, false, false, false, false, true, 'planned', $11, $12, $13, $14, 4, $15)`,
};

const insertHistory = {
  name: 'insert-history',
  text: `
    insert into history (work_reference, at, event, topic, details, username, object_reference, promoter,
      highway_authority, workstream)
    values
      ($1, $2, 'planned_works_record_created', 'Work', 'Planned works record created', $3, $1, $4, $5, $6),
      ($1, $2, 'permit_submitted', 'Application', 'Permit application submitted', $3, $1 || '-01', $4, $5, $6)`,
};

/** What an application says that stands in no column of its own. */
const stored = ({
  promoter_swa_code: _promoter,
  highway_authority_swa_code: _authority,
  usrn: _usrn,
  workstream_prefix: _workstream,
  permit_asds: _asds,
  proposed_start_date: _start,
  proposed_end_date: _end,
  ...content
}) => ({ ...content, permit_conditions: [{ condition: 'NCT01a' }, { condition: 'NCT01b' }, ...content.permit_conditions, { condition: 'NCT11a' }] }); // prettier-ignore

/** The street's only designation, of which the application says nothing. */
const designations = JSON.stringify([
  {
    code: 2,
    locationText: null,
    description: null,
    startDate: null,
    endDate: null,
    startTime: 700,
    endTime: 930,
    periodicityCode: 2,
  },
]);

let drawn = 0;

/** References of the bare server have a digit more, and begin with a nine: it need not ask whether one is taken. */
export async function resumeReferences() {
  const { rows } = await pool.query("select count(*) as n from work where reference like 'NB0019________'");
  drawn = Number(rows[0].n);
}

/** Stores a work, its first permit and what happened; answers their references as JSON. The calculated values are fixed. */
export async function createWork(application) {
  const now = new Date().toISOString();
  const reference = `NB0019${String(drawn++).padStart(8, '0')}`;
  const { promoter_swa_code: promoter, highway_authority_swa_code: authority, workstream_prefix: workstream, usrn } = application; // prettier-ignore
  const { proposed_start_date: start, proposed_end_date: end } = application;
  const parties = [promoter, authority, workstream];
  await together([
    {
      ...insertWork,
      values: [
        reference,
        ...parties,
        usrn,
        JSON.stringify(application.works_coordinates),
        application.works_location_description,
        application.description_of_work,
        start,
        end,
        now,
      ],
    },
    {
      ...insertPermit,
      values: [
        reference,
        application.work_type,
        JSON.stringify(stored(application)),
        designations,
        application.traffic_management_type,
        start,
        end,
        '2031-01-10T00:00:00Z',
        '2036-01-01T16:30:00Z',
        now,
        ...parties,
        usrn,
        `${reference}\n${reference}-01\n${usrn}\nTANNERY LANE, ELLERDALE, LOW WHARF`,
      ],
    },
    { ...insertHistory, values: [reference, now, 'planner@northbeck.example', ...parties] },
  ]);
  return `{"work_reference_number":"${reference}","permit_reference_number":"${reference}-01"}`;
}
