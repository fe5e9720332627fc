import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const write = (wrn: string, more: object = {}, who: Who = 'northbeck') =>
  api.as(who).post(`/works/${wrn}/comments`, { detail: 'When do you close the lane?', topic: 'GENERAL', ...more });
const list = async (who: Who, query = ''): Promise<Record<string, unknown>[]> =>
  body<{ rows: Record<string, unknown>[] }>(await api.as(who).get(`/v3/reporting/comments?${query}`), 200).rows;
const on = (wrn: string, rows: Record<string, unknown>[]) => rows.filter((row) => row.work_reference_number === wrn);

it('is numbered on its work, listed for both sides, and read by the other', async () => {
  const { wrn } = await given.work();
  expect((await write(wrn)).body).toEqual({ comment_reference_number: `${wrn}-COM-01` });
  expect((await write(wrn, {}, 'ellerdale')).body).toEqual({ comment_reference_number: `${wrn}-COM-02` });
  const path = `/works/${wrn}/comments/${wrn}-COM-01/read`;
  expect((await api.as('northbeck').put(path, {})).status).toBe(401);
  const reply = await api.as('ellerdale').put(path, {});
  expect([reply.status, reply.text]).toEqual([201, '']);
  expect(on(wrn, await list('ellerdale', 'is_read=true'))).toEqual([
    {
      work_reference_number: wrn,
      topic: 'GENERAL',
      topic_string: 'GENERAL',
      author_email_address: 'planner@northbeck.example',
      author_organisation_reference: '4312',
      detail: 'When do you close the lane?',
      date_created: START,
      comment_reference_number: `${wrn}-COM-01`,
      is_read: true,
      read_on: START,
      read_by: 'officer@ellerdale.example',
      is_internal: false,
    },
  ]);
  expect(on(wrn, await list('northbeck', 'is_not_read=true'))).toHaveLength(1);
  expect(on(wrn, await list('northbeck', 'is_read=false'))).toHaveLength(2);
  expect((await given.events(wrn)).slice(2)).toEqual(['comment_submitted', 'comment_submitted', 'comment_read']);
});

it('that is internal is seen by its own side alone, everywhere', async () => {
  const { wrn } = await given.work();
  await write(wrn, { is_internal: true }, 'contractor');
  expect(on(wrn, await list('northbeck', 'is_internal=true'))).toHaveLength(1);
  expect(on(wrn, await list('ellerdale'))).toEqual([]);
  expect(await given.events(wrn)).toContain('internal_comment_submitted');
  expect(await given.events(wrn, 'ellerdale')).not.toContain('internal_comment_submitted');
  expect((await api.as('ellerdale').put(`/works/${wrn}/comments/${wrn}-COM-01/read`, {})).status).toBe(404);
  const updates = await api.as('ellerdale').get('/v3/reporting/works/updates?previous_minutes=5');
  expect(updates.body.map(({ event_type }: { event_type: string }) => event_type)).not.toContain(
    'internal_comment_submitted',
  );
});

it('about an overrun is for the authority', async () => {
  const { wrn } = await given.work();
  expect((await write(wrn, { topic: 'OVERRUN' })).status).toBe(401);
  expect((await write(wrn, { topic: 'OVERRUN' }, 'ellerdale')).status).toBe(201);
});

it.each([
  ['detail', { detail: 'x'.repeat(1_501) }],
  ['detail', { detail: null }],
  ['topic', { topic: 'WEATHER' }],
  ['is_internal', { is_internal: 'yes' }],
])('is refused for its %s', async (field, more) => {
  const { wrn } = await given.work();
  const reply = await write(wrn, more);
  expect(reply.status).toBe(400);
  expect(Object.keys(reply.body.error.fields)).toEqual([field]);
});

it('is not for strangers, nor on what is not there', async () => {
  const { wrn } = await given.work();
  expect((await write(wrn, {}, 'southgate')).status).toBe(401);
  expect((await write(wrn, {}, 'marshfield')).status).toBe(401);
  expect((await write('NB00199999999')).status).toBe(404);
  expect((await api.as('ellerdale').put(`/works/${wrn}/comments/${wrn}-COM-09/read`, {})).status).toBe(404);
});
