import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, freshKey } from '../testing/given';
import { addLodging, laterEventsOf, noticesOf, putLodging, staysOf, unknownId } from './lodgings.fixture';

const { api, given } = bookSecureMove();

const cancellation = (attributes: object = {}) => ({
  data: { type: 'cancels', attributes: { cancellation_reason: 'cancelled_by_pmu', ...attributes } },
});

const badReason = {
  errors: [
    {
      title: 'Unprocessable content',
      detail: 'Cancellation reason is not included in the list',
      source: { pointer: '/data/attributes/cancellation_reason' },
      code: 'inclusion',
    },
  ],
};

const missingData = {
  errors: [{ title: 'Bad request', detail: 'param is missing or the value is empty or invalid: data' }],
};

const notForSuppliers = {
  errors: [{ title: 'Not authorized', detail: 'You are not authorized to access this page.' }],
};

const refusals: [string, object, number, object][] = [
  ['no data', {}, 400, missingData],
  ['no attributes', { data: { type: 'cancels' } }, 422, badReason],
  ['no reason', cancellation({ cancellation_reason: undefined }), 422, badReason],
  ['a reason that is none', cancellation({ cancellation_reason: 'whim' }), 422, badReason],
];

/** A move with one lodging. */
async function oneStay(status = 'proposed'): Promise<{ move: string; id: string; path: string }> {
  const move = await given.emptyMove();
  const id = await addLodging(api, move, '2026-12-01', '2026-12-02');
  if (status !== 'proposed') await putLodging(api, id, status);
  return { move, id, path: `/moves/${move}/lodgings/${id}` };
}

const statusOf = async (path: string): Promise<string> => (await api.get(path)).body.data.attributes.status;

describe('POST /moves/{move_id}/lodgings/{lodging_id}/cancel', () => {
  it('cancels a proposed lodging, with an event and without a notice', async () => {
    const { move, id, path } = await oneStay();
    const sent = cancellation({ cancellation_reason_comment: 'Too far' });
    const reply = await api.post(`${path}/cancel`, sent, { ...freshKey(), 'X-Current-User': 'P.PLANNER' });
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(await statusOf(path)).toBe('cancelled');
    expect(await staysOf(api, move)).toEqual([]);
    expect(await laterEventsOf(api, id)).toMatchObject([
      {
        eventType: 'LodgingCancel',
        createdBy: 'P.PLANNER',
        details: {
          start_date: '2026-12-01',
          end_date: '2026-12-02',
          cancellation_reason: 'cancelled_by_pmu',
          cancellation_reason_comment: 'Too far',
        },
        relationships: { location: { type: 'locations', id: demo.lodging } },
      },
    ]);
    expect(await noticesOf(api, move)).toEqual([['create_lodging', id]]);
  });

  it('touches the move', async () => {
    const { move, path } = await oneStay();
    const before = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    await api.post(`${path}/cancel`, cancellation());
    const after = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it('is replayed with the same key', async () => {
    const { id, path } = await oneStay();
    const key = freshKey();
    const send = () => api.post(`${path}/cancel`, cancellation(), key);
    expect([(await send()).status, (await send()).status]).toEqual([204, 204]);
    expect(await laterEventsOf(api, id)).toHaveLength(1);
  });

  it.each([
    ['cancelled', 'Lodging already cancelled'],
    ['started', 'Started lodgings may not be cancelled'],
    ['completed', 'Completed lodgings may not be cancelled'],
  ])('refuses one that is %s', async (status, error) => {
    const { move, path } = await oneStay(status);
    const before = await footprintOf(api, move);
    const reply = await api.post(`${path}/cancel`, cancellation());
    expect([reply.status, reply.body]).toEqual([400, { error }]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it.each(refusals)('refuses %s and cancels nothing', async (_, sent, status, expected) => {
    const { move, path } = await oneStay();
    const before = await footprintOf(api, move);
    const reply = await api.post(`${path}/cancel`, sent);
    expect([reply.status, reply.body]).toEqual([status, expected]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('is not for suppliers', async () => {
    const { move, path } = await oneStay();
    const before = await footprintOf(api, move);
    const reply = await api.as('serco').post(`${path}/cancel`, cancellation());
    expect([reply.status, reply.body]).toEqual([401, notForSuppliers]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it.each([unknownId, 'foo'])('does not find the lodging %s', async (id) => {
    const reply = await api.post(`/moves/${await given.emptyMove()}/lodgings/${id}/cancel`, cancellation());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Lodging with 'id'=${id}`]);
  });

  it('succeeds once of several in parallel', async () => {
    const { path } = await oneStay();
    const burst = Array.from({ length: 6 }, () => api.post(`${path}/cancel`, cancellation()));
    const statuses = (await Promise.all(burst)).map(({ status }) => status).sort();
    expect(statuses).toEqual([204, ...Array<number>(5).fill(400)]);
  });
});

describe('POST /moves/{move_id}/lodgings/cancel', () => {
  async function severalStays() {
    const move = await given.emptyMove();
    const proposed = await addLodging(api, move, '2026-12-01', '2026-12-02');
    const started = await addLodging(api, move, '2026-12-02', '2026-12-03');
    const cancelled = await addLodging(api, move, '2026-12-03', '2026-12-04');
    const other = await addLodging(api, move, '2026-12-04', '2026-12-05');
    await putLodging(api, started, 'started');
    await putLodging(api, cancelled, 'cancelled');
    return { move, proposed, started, cancelled, other };
  }

  it('cancels every proposed lodging and tells of every one that was not cancelled', async () => {
    const { move, proposed, started, cancelled, other } = await severalStays();
    const reply = await api.post(`/moves/${move}/lodgings/cancel`, cancellation());
    expect([reply.status, reply.text]).toEqual([204, '']);
    const statuses = [proposed, started, cancelled, other].map((id) => statusOf(`/moves/${move}/lodgings/${id}`));
    expect(await Promise.all(statuses)).toEqual(['cancelled', 'started', 'cancelled', 'cancelled']);
    const events = await Promise.all([proposed, started, cancelled, other].map((id) => laterEventsOf(api, id)));
    expect(events.map(({ length }) => length)).toEqual([1, 1, 0, 1]);
    expect(events[1]).toMatchObject([
      {
        eventType: 'LodgingCancel',
        details: {
          start_date: '2026-12-02',
          end_date: '2026-12-03',
          cancellation_reason: 'cancelled_by_pmu',
          cancellation_reason_comment: null,
        },
      },
    ]);
    expect((await noticesOf(api, move)).slice(4)).toEqual([
      ['cancel_lodging', proposed],
      ['cancel_lodging', started],
      ['cancel_lodging', other],
    ]);
  });

  it('needs no key, and does nothing where nothing is left to cancel', async () => {
    const { move } = await oneStay('cancelled');
    const before = await footprintOf(api, move);
    const reply = await api.post(`/moves/${move}/lodgings/cancel`, cancellation(), { 'Idempotency-Key': '' });
    expect(reply.status).toBe(204);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it.each(refusals)('refuses %s and cancels nothing', async (_, sent, status, expected) => {
    const { move } = await severalStays();
    const before = await footprintOf(api, move);
    const reply = await api.post(`/moves/${move}/lodgings/cancel`, sent);
    expect([reply.status, reply.body]).toEqual([status, expected]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('is not for suppliers', async () => {
    const { move } = await severalStays();
    const before = await footprintOf(api, move);
    const reply = await api.as('serco').post(`/moves/${move}/lodgings/cancel`, cancellation());
    expect([reply.status, reply.body]).toEqual([401, notForSuppliers]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it.each([unknownId, 'foo'])('does not find the move %s', async (id) => {
    const reply = await api.post(`/moves/${id}/lodgings/cancel`, cancellation());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Move with 'id'=${id}`]);
  });
});
