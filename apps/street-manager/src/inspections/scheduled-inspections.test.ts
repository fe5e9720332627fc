import { body } from '../testing/given';
import { streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const toCome = (more: object = {}): object => ({
  scheduled_inspection_type: 'live_site',
  scheduled_inspection_category: 'routine',
  scheduled_inspection_date: '2026-11-23T00:00:00.000Z',
  ...more,
});

const schedule = (wrn: string, more: object = {}, who: 'ellerdale' | 'northbeck' | 'marshfield' = 'ellerdale') =>
  api.as(who).post(`/works/${wrn}/scheduled-inspections`, toCome(more));

const cancel = (wrn: string, who: 'ellerdale' | 'northbeck' | 'marshfield' = 'ellerdale') =>
  api.as(who).delete(`/works/${wrn}/scheduled-inspections`);

/** What the work shows as scheduled. */
async function scheduled(wrn: string): Promise<object[]> {
  const work = body<{ inspections: { inspection_status: string }[] }>(
    await api.as('northbeck').get(`/works/${wrn}`),
    200,
  );
  return work.inspections.filter(({ inspection_status }) => inspection_status === 'scheduled');
}

const follow = {
  inspection_date: '2026-11-24T00:00:00.000Z',
  inspection_response_type: 'reinspection',
  inspection_status: 'scheduled',
};

describe('POST /works/{workReferenceNumber}/scheduled-inspections', () => {
  it('puts an inspection to come on the work, without a body', async () => {
    const { wrn } = await given.work();
    const reply = await schedule(wrn, { scheduled_inspection_date_time: '2026-11-23T09:30:00.000Z' });
    expect([reply.status, reply.text]).toEqual([201, '']);
    expect(await scheduled(wrn)).toEqual([
      {
        inspection_date: '2026-11-23T00:00:00.000Z',
        inspection_response_type: 'reinspection',
        inspection_response_type_string: 'reinspection',
        inspection_type: 'live_site',
        inspection_type_string: 'live_site',
        inspection_status: 'scheduled',
        inspection_status_string: 'scheduled',
        inspection_category: 'routine',
        inspection_category_string: 'routine',
        reinspection_date_time: '2026-11-23T09:30:00.000Z',
      },
    ]);
    const { history } = body<{ history: object[] }>(await api.as('northbeck').get(`/works/${wrn}`), 200);
    expect(history[0]).toMatchObject({ event: 'scheduled_inspection_created', topic: 'ScheduledInspection' });
    expect(history[0]).not.toHaveProperty('object_reference');
  });

  it('has room for one at a time', async () => {
    const { wrn } = await given.work();
    const replies = await Promise.all([schedule(wrn), schedule(wrn)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(replies.find(({ status }) => status === 412)!.body.message).toBe(
      'An inspection is already scheduled on the works',
    );
    expect(await scheduled(wrn)).toHaveLength(1);
  });

  it.each([
    ['yesterday', { scheduled_inspection_date: '2026-11-19T00:00:00.000Z' }, 'scheduled_inspection_date'],
    ['another day', { scheduled_inspection_date_time: '2026-11-24T09:00:00.000Z' }, 'scheduled_inspection_date_time'],
    [
      'this morning',
      {
        scheduled_inspection_date: '2026-11-20T00:00:00.000Z',
        scheduled_inspection_date_time: '2026-11-20T09:00:00.000Z',
      },
      'scheduled_inspection_date_time',
    ],
    ['another category', { scheduled_inspection_category: 'b' }, 'scheduled_inspection_category'],
    ['no type', { scheduled_inspection_type: null }, 'scheduled_inspection_type'],
  ])('refuses %s', async (_, more, field) => {
    const { wrn } = await given.work();
    const reply = await schedule(wrn, more);
    expect(Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields)).toEqual([field]);
    expect(await scheduled(wrn)).toEqual([]);
  });

  it('is for the authority of the work alone', async () => {
    const { wrn } = await given.work();
    expect((await schedule(wrn, {}, 'northbeck')).status).toBe(401);
    expect((await schedule(wrn, {}, 'marshfield')).status).toBe(401);
    expect((await schedule('NB00100000000')).status).toBe(404);
  });
});

describe('DELETE /works/{workReferenceNumber}/scheduled-inspections', () => {
  it('takes it away, and there is nothing more to take', async () => {
    const { wrn } = await given.work();
    await schedule(wrn);
    expect((await cancel(wrn, 'northbeck')).status).toBe(401);
    expect((await cancel(wrn, 'marshfield')).status).toBe(401);
    const replies = await Promise.all([cancel(wrn), cancel(wrn)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect(await scheduled(wrn)).toEqual([]);
    expect((await given.events(wrn)).slice(2)).toEqual([
      'scheduled_inspection_created',
      'scheduled_inspection_cancelled',
    ]);
    expect((await schedule(wrn)).status).toBe(201);
  });
});

describe('recording an inspection', () => {
  it('takes away what was scheduled, without a word', async () => {
    const { wrn } = await given.work();
    await schedule(wrn);
    await given.inspection({ wrn });
    expect(await scheduled(wrn)).toEqual([]);
    expect((await given.events(wrn)).slice(2)).toEqual(['scheduled_inspection_created', 'inspection_passed']);
  });

  it.each<[string, object, object]>([
    ['its own kind', {}, { inspection_type: 'live_site', inspection_category: 'a' }],
    [
      'its own kind where only the type is named',
      { reinspection_type: 'reinstatement' },
      { inspection_type: 'live_site', inspection_category: 'a' },
    ],
    [
      'the kind that is named',
      { reinspection_type: 'non_compliance_follow_up', reinspection_category: 'follow_up' },
      { inspection_type: 'non_compliance_follow_up', inspection_category: 'follow_up' },
    ],
    [
      'a time of day',
      { reinspection_date_time: '2026-11-24T08:00:00.000Z' },
      { reinspection_date_time: '2026-11-24T08:00:00.000Z' },
    ],
  ])('puts a reinspection in its place: %s', async (_, more, expected) => {
    const { wrn } = await given.work();
    await schedule(wrn);
    const reference = await given.inspection({ wrn }, { reinspection_date: '2026-11-24T00:00:00.000Z', ...more });
    expect(await scheduled(wrn)).toMatchObject([{ ...follow, ...expected }]);
    expect((await given.events(wrn)).slice(3)).toEqual(['inspection_passed', 'scheduled_inspection_created']);
    const shown = body(await api.as('ellerdale').get(`/works/${wrn}/inspections/${reference}`), 200);
    expect(shown.reinspection_date).toBe('2026-11-24T00:00:00.000Z');
  });

  it('leaves the reinspection when the inspection is withdrawn', async () => {
    const { wrn } = await given.work();
    const reference = await given.inspection({ wrn }, { reinspection_date: '2026-11-24T00:00:00.000Z' });
    const reason = { reason_for_withdrawal: 'other', withdrawal_details: 'x' };
    body(await api.as('ellerdale').put(`/works/${wrn}/inspections/${reference}/withdraw`, reason), 204);
    expect(await scheduled(wrn)).toMatchObject([follow]);
  });
});
