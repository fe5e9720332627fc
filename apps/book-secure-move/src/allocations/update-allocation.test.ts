import { eventsOf } from '../events/repository';
import { bookSecureMove } from '../testing/book-secure-move';
import { demo, moveBody } from '../testing/given';
import { everythingIn, fill, madeAllocation, noticesOf, unknownId } from './allocations.fixture';

const { api, given } = bookSecureMove();

const change = (attributes: Record<string, unknown>): object => ({ data: { type: 'allocations', attributes } });
const dateOf = async (moveId: string): Promise<string> =>
  (await api.get(`/moves/${moveId}`)).body.data.attributes.date as string;

describe('PATCH /allocations/{allocation_id}', () => {
  it('brings the allocation and every move of it to another day, cancelled ones too', async () => {
    const { id, moveIds } = await madeAllocation(api, { moves_count: 3 });
    const gone = { status: 'cancelled', cancellation_reason: 'other' };
    await api.patch(`/moves/${moveIds[1]}`, { data: { type: 'moves', attributes: gone } });

    const body = change({ date: '2026-12-24', date_changed_reason: 'Snow', moves_count: 9, requested_by: 'Nobody' });
    const reply = await api.patch(`/allocations/${id}`, body);
    expect(reply.status).toBe(200);
    expect(reply.body.data.attributes).toMatchObject({ date: '2026-12-24', moves_count: 2, requested_by: null });
    expect(reply.body.data.attributes).not.toHaveProperty('date_changed_reason');
    expect(reply.body.data.meta).toEqual({ moves: { total: 2, filled: 0, unfilled: 2 } });
    expect((await api.get(`/allocations/${id}`)).text).toBe(reply.text);
    expect(await Promise.all(moveIds.map(dateOf))).toEqual(Array(3).fill('2026-12-24'));

    for (const moveId of moveIds) {
      expect((await eventsOf(api.db().reader(), [moveId])).at(-1)).toMatchObject({
        eventType: 'MoveDateChanged',
        details: { date: '2026-12-24', date_changed_reason: 'Snow' },
        notes: 'Automatically generated event',
      });
      expect((await noticesOf(api, [moveId])).at(-1)?.[1]).toBe('update_move');
    }
  });

  it('takes proposed journeys of the old day along, and no others', async () => {
    const { id, moveIds } = await madeAllocation(api, { moves_count: 1 });
    const [move] = moveIds as [string];
    const follows = await given.journey(move, { date: '2026-12-10' });
    const stays = await given.journey(move, { date: '2026-12-11' }, { from: demo.b, to: demo.c });
    await api.put(`/allocations/${id}`, change({ date: '2026-12-15' }));
    const journeys = (await api.get(`/moves/${move}/journeys`)).body.data as {
      id: string;
      attributes: { date: string };
    }[];
    expect(Object.fromEntries(journeys.map((each) => [each.id, each.attributes.date]))).toEqual({
      [follows]: '2026-12-15',
      [stays]: '2026-12-11',
    });
  });

  it.each([
    ['the same day', { date: '2026-12-10' }],
    ['nothing', {}],
    ['a reason alone', { date_changed_reason: 'None' }],
  ])('leaves the moves alone for %s', async (_, attributes) => {
    const { id, moveIds } = await madeAllocation(api);
    const before = await noticesOf(api, moveIds);
    expect((await api.patch(`/allocations/${id}`, change(attributes))).status).toBe(200);
    expect(await noticesOf(api, moveIds)).toEqual(before);
    expect(await eventsOf(api.db().reader(), moveIds)).toHaveLength(2);
  });

  it('includes the moves with their people when asked', async () => {
    const { id, moveIds } = await madeAllocation(api, { moves_count: 1 });
    const profile = await given.profile();
    await fill(api, moveIds[0]!, profile.id);
    const path = `/allocations/${id}?include=moves.profile.person.gender`;
    const reply = await api.patch(path, change({ date: '2026-12-16' }));
    const types = (reply.body.included as { type: string; id: string }[]).map((each) => [each.type, each.id]);
    expect(types.sort()).toEqual([
      ['moves', moveIds[0]],
      ['people', profile.personId],
      ['profiles', profile.id],
    ]);
    expect((await api.get(path)).body.included).toEqual(reply.body.included);
  });
});

describe('a refused change of an allocation', () => {
  it('rolls everything back when one move clashes with another of its person', async () => {
    const { id, moveIds } = await madeAllocation(api);
    const profile = await given.profile();
    await fill(api, moveIds[1]!, profile.id);
    const other = (await api.post('/moves', moveBody(profile.id, { date: '2026-12-20' }))).body.data.id;
    const before = await everythingIn(api);
    const reply = await api.patch(`/allocations/${id}`, change({ date: '2026-12-20' }));
    expect([reply.status, reply.body.errors]).toEqual([
      422,
      [
        {
          title: 'Unprocessable content',
          detail: 'Date has already been taken',
          source: { pointer: '/data/attributes/date' },
          code: 'taken',
          meta: { existing_id: other },
        },
      ],
    ]);
    expect(await everythingIn(api)).toEqual(before);
  });

  it.each([null, 'soon', ''])('has the date %j', async (date) => {
    const { id } = await madeAllocation(api);
    const before = await everythingIn(api);
    const reply = await api.patch(`/allocations/${id}`, change({ date, date_changed_reason: 'None' }));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([422, "Date can't be blank"]);
    expect(await everythingIn(api)).toEqual(before);
  });

  it.each([unknownId, 'mine'])('is of %s, which is not found', async (id) => {
    const reply = await api.patch(`/allocations/${id}`, change({ date: null }));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Allocation with 'id'=${id}`]);
  });

  it('misses its data', async () => {
    const { id } = await madeAllocation(api);
    const reply = await api.patch(`/allocations/${id}`, {});
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      'param is missing or the value is empty or invalid: data',
    ]);
  });
});

it('changes of one allocation and of its moves at the same time all get through', async () => {
  const { id, moveIds } = await madeAllocation(api, { moves_count: 4 });
  const profiles = await Promise.all(moveIds.map(() => given.profile()));
  const statuses = await Promise.all([
    api.patch(`/allocations/${id}`, change({ date: '2026-12-21' })),
    ...moveIds.map((moveId, index) => fill(api, moveId, profiles[index]!.id)),
    api.patch(`/allocations/${id}`, change({ date: '2026-12-22' })),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const { attributes, meta } = (await api.get(`/allocations/${id}`)).body.data;
  expect(attributes.status).toBe('filled');
  expect(meta.moves).toEqual({ total: 4, filled: 4, unfilled: 0 });
  expect(await Promise.all(moveIds.map(dateOf))).toEqual(Array(4).fill(attributes.date));
});
