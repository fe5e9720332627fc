import { prepared } from '@switchyard/db';
import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';

const { api } = streetManager();

const updateBody = (more: object = {}) => ({
  activity_name: 'Harvest fair',
  activity_activity_type: 'event',
  contact_name: 'J Okoro',
  start_date: '2026-12-01T00:00:00.000Z',
  end_date: '2026-12-02T00:00:00.000Z',
  location_types: ['carriageway', 'footway'],
  activity_location_description: 'The whole lane',
  traffic_management_type: 'road_closure',
  collaborative_working: false,
  ...more,
});
const activityBody = (more: object = {}) => ({
  ...updateBody(),
  usrn: 8412007,
  activity_coordinates: { type: 'Point', coordinates: [431880, 436120] },
  ...more,
});
const create = async (more: object = {}, who: Who = 'ellerdale'): Promise<string> =>
  body<{ activity_reference_number: string }>(await api.as(who).post('/activity', activityBody(more)), 201)
    .activity_reference_number;
const read = (reference: string, who: Who = 'southgate') => api.as(who).get(`/activity/${reference}`);
const events = prepared<{ event: string; details: string }>(
  'activity-events',
  'select event, details from history where object_reference = $1 order by update_id',
);

it('is numbered within its authority, and shown to everybody with its street', async () => {
  const reference = await create();
  expect(reference).toBe('ARN-2845-001');
  expect(await create()).toBe('ARN-2845-002');
  expect(body(await read(reference.toLowerCase()), 200)).toEqual({
    activity_reference_number: reference,
    usrn: 8412007,
    street_name: 'TANNERY LANE',
    town: 'ELLERDALE',
    area_name: 'LOW WHARF',
    road_category: 4,
    activity_coordinates: { type: 'Point', coordinates: [431880, 436120] },
    activity_name: 'Harvest fair',
    activity_activity_type: 'event',
    activity_activity_type_string: 'event',
    contact_name: 'J Okoro',
    start_date: '2026-12-01T00:00:00.000Z',
    end_date: '2026-12-02T00:00:00.000Z',
    location_types: ['carriageway', 'footway'],
    location_types_string: ['carriageway', 'footway'],
    activity_location_description: 'The whole lane',
    traffic_management_type: 'road_closure',
    traffic_management_type_string: 'road_closure',
    collaborative_working: false,
    cancelled: false,
    highway_authority_swa_code: '2845',
  });
});

it('gives each of ten at once a number of its own', async () => {
  const references = await Promise.all(Array.from({ length: 10 }, () => create({ usrn: 8413001 }, 'marshfield')));
  expect([...references].sort()).toEqual(
    Array.from({ length: 10 }, (_, index) => `ARN-2846-${String(index + 1).padStart(3, '0')}`),
  );
});

it('is edited whole, keeps its street and place, and is called off once', async () => {
  const reference = await create();
  const path = `/activity/${reference}`;
  const changed = updateBody({ activity_activity_type: 'other', activity_type_details: 'Filming', contact_name: null });
  expect((await api.as('ellerdale').put(path, changed)).status).toBe(204);
  const activity = body(await read(reference), 200);
  expect(activity).toMatchObject({ activity_type_details: 'Filming', street_name: 'TANNERY LANE', usrn: 8412007 });
  expect(activity).not.toHaveProperty('contact_name');
  expect((await api.as('ellerdale').put(`${path}/cancel`, { cancellation_reason: 'Rain' })).status).toBe(204);
  expect(body(await read(reference), 200)).toMatchObject({ cancelled: true, cancelled_reason: 'Rain' });
  expect(await api.as('ellerdale').put(`${path}/cancel`, {})).toMatchObject({
    status: 412,
    body: { message: 'An activity that has been cancelled can not be cancelled' },
  });
  expect((await api.as('ellerdale').put(path, changed)).status).toBe(412);
  expect(await api.db().reader().rows(events, [reference])).toEqual([
    { event: 'activity_submitted', details: 'Activity submitted' },
    { event: 'activity_edited', details: 'Activity edited' },
    { event: 'activity_cancelled', details: 'Activity cancelled: Rain' },
  ]);
});

it.each([
  ['activity_type_details', { activity_activity_type: 'other' }],
  ['end_date', { end_date: '2026-11-30T00:00:00Z' }],
  [
    'end_time',
    { start_date: '2026-12-02T00:00:00Z', start_time: '2026-12-02T10:00:00Z', end_time: '2026-12-02T09:00:00Z' },
  ],
  ['usrn', { usrn: 8419999 }],
  ['activity_coordinates', { activity_coordinates: { type: 'Point', coordinates: [-1, 5] } }],
  ['activity_name', { activity_name: 'x'.repeat(101) }],
  ['location_types', { location_types: ['footway', 'footway'] }],
])('is refused for its %s', async (field, more) => {
  const reply = await api.as('ellerdale').post('/activity', activityBody(more));
  expect(reply.status).toBe(400);
  expect(Object.keys(reply.body.error.fields)).toEqual([field]);
});

it('belongs to the authority that recorded it', async () => {
  const reference = await create();
  expect((await api.as('marshfield').put(`/activity/${reference}`, updateBody())).status).toBe(401);
  expect((await api.as('marshfield').put(`/activity/${reference}/cancel`, {})).status).toBe(401);
  expect((await api.as('northbeck').post('/activity', activityBody())).status).toBe(401);
  expect((await api.as('ellerdale').put('/activity/ARN-2845-999', updateBody())).status).toBe(404);
  expect((await read('ARN-2845-999')).status).toBe(404);
});

it('is a JSON:API resource too', async () => {
  const reference = await create();
  const reply = await api.as('ellerdale').get(`/activity/${reference}`, { Accept: 'application/vnd.api+json' });
  expect(reply.body.data).toMatchObject({
    type: 'activities',
    id: reference,
    attributes: { activity_name: 'Harvest fair' },
  });
});
