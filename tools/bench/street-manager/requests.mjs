import { randomUUID } from 'node:crypto';

const PAGE = 25;
const submitted = (page) => ({
  method: 'GET',
  path: `/v3/reporting/permits?status=submitted&offset=${(page - 1) * PAGE}`,
  as: 'officer',
});

/**
 * The n-th request of a work, for either server.
 * @param {{ works: string[], updates: number[] }} targets works to read, and numbers after which there are 500 updates
 * @returns {{ method: string, path: string, as: string, body?: object }} `as`: whose token
 */
export const requestOf = {
  work: (n, { works }) => ({ method: 'GET', path: `/v3/work/works/${works[n % works.length]}`, as: 'officer' }),
  'permits-1': () => submitted(1),
  'permits-15': () => submitted(15),
  updates: (n, { updates }) => ({
    method: 'GET',
    path: `/v3/reporting/works/updates?update_id=${updates[n % updates.length]}`,
    as: 'officer',
  }),
  create: () => ({ method: 'POST', path: '/v3/work/works', as: 'planner', body: application }),
};

/** Keeps every rule, and starts late enough that none asks for more. */
const application = {
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  works_coordinates: { type: 'LineString', coordinates: [[431_870.4, 436_112.9], [431_902.7, 436_140.2]] }, // prettier-ignore
  usrn: 8_412_007,
  workstream_prefix: '001',
  secondary_contact: 'Asha Verlaine',
  secondary_contact_number: '01632960144',
  proposed_start_date: '2031-01-06T00:00:00.000Z',
  proposed_end_date: '2031-01-13T00:00:00.000Z',
  description_of_work: 'Replace 40 m of distribution main',
  excavation: true,
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

/** The headers that both servers are sent; every write has a key of its own. */
export function headersOf({ body, as }, host, credentials) {
  return {
    Host: host,
    token: credentials[as],
    Accept: 'application/json',
    ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
  };
}
