import { eventsOf } from '../events/repository';
import { bookSecureMove } from '../testing/book-secure-move';
import { cancelBody, everythingIn, madeAllocation, noticesOf, unknownId } from './allocations.fixture';

const { api } = bookSecureMove();

const attributesOf = async (path: string): Promise<Record<string, unknown>> =>
  (await api.get(path)).body.data.attributes as Record<string, unknown>;

describe('POST /allocations/{allocation_id}/cancel', () => {
  it('cancels the allocation and its moves, each with an event and a notice', async () => {
    const { id, moveIds } = await madeAllocation(api);
    const sent = { cancellation_reason: 'sender_cancelled_request', cancellation_reason_comment: 'Not needed' };
    const reply = await api.as('serco').post(`/allocations/${id}/cancel`, cancelBody(sent));
    expect([reply.status, reply.text]).toEqual([204, '']);

    const { data } = (await api.get(`/allocations/${id}`)).body;
    expect(data.attributes).toMatchObject({ status: 'cancelled', moves_count: 0, ...sent });
    expect(data.meta).toEqual({ moves: { total: 2, filled: 0, unfilled: 0 } });
    for (const moveId of moveIds) {
      expect(await attributesOf(`/moves/${moveId}`)).toMatchObject({
        status: 'cancelled',
        cancellation_reason: 'other',
        cancellation_reason_comment: 'Not needed',
      });
      const [, event] = await eventsOf(api.db().reader(), [moveId]).then((events) =>
        events.sort((one) => (one.eventType === 'MoveCancel' ? 1 : -1)),
      );
      expect(event).toMatchObject({
        eventType: 'MoveCancel',
        occurredAt: new Date('2026-11-20T11:00:00Z'),
        createdBy: 'Serco',
        details: { cancellation_reason: 'other', cancellation_reason_comment: 'Not needed' },
      });
      expect((await noticesOf(api, [moveId])).at(-1)).toEqual([moveId, 'update_move_status', 'cancelled']);
    }
  });

  it('replaces the reasons of what is cancelled already, in whichever way', async () => {
    const { id, moveIds } = await madeAllocation(api, { moves_count: 3 });
    const [cancelled, rejected] = moveIds as [string, string, string];
    const gone = { status: 'cancelled', cancellation_reason: 'court_closure' };
    await api.patch(`/moves/${cancelled}`, { data: { type: 'moves', attributes: gone } });
    const no = { timestamp: '2026-11-20T10:30:00Z', rejection_reason: 'no_transport_available' };
    await api.post(`/moves/${rejected}/reject`, { data: { type: 'rejects', attributes: no } });
    expect(await attributesOf(`/moves/${rejected}`)).toMatchObject({ rejection_reason: 'no_transport_available' });

    expect((await api.post(`/allocations/${id}/cancel`, cancelBody())).status).toBe(204);
    const again = cancelBody({ cancellation_reason: 'made_in_error', cancellation_reason_comment: 'Twice' });
    expect((await api.post(`/allocations/${id}/cancel`, again)).status).toBe(204);

    expect(await attributesOf(`/allocations/${id}`)).toMatchObject({
      status: 'cancelled',
      cancellation_reason: 'made_in_error',
      cancellation_reason_comment: 'Twice',
    });
    for (const moveId of moveIds) {
      expect(await attributesOf(`/moves/${moveId}`)).toMatchObject({
        status: 'cancelled',
        cancellation_reason: 'other',
        cancellation_reason_comment: 'Twice',
        rejection_reason: null,
      });
      expect((await noticesOf(api, [moveId])).at(-1)).toEqual([moveId, 'update_move', 'cancelled']);
    }
  });

  it('cancels one that has no moves left to cancel', async () => {
    const { id, moveIds } = await madeAllocation(api, { moves_count: 1 });
    await api.db().transaction(async (tx) => {
      await tx.rows({ name: 'test-orphan', text: 'update moves set allocation_id = null where id = any($1)' }, [
        moveIds,
      ]);
    });
    expect((await api.post(`/allocations/${id}/cancel`, cancelBody())).status).toBe(204);
    expect((await api.get(`/allocations/${id}`)).body.data.meta.moves).toEqual({ total: 0, filled: 0, unfilled: 0 });
  });
});

describe('a refused cancellation', () => {
  const malformed = 'Validation failed: Timestamp must be formatted as a valid ISO-8601 date-time';

  it.each([
    ['no time', { timestamp: undefined }, 'Invalid timestamp', malformed],
    ['no time but words', { timestamp: 'now', cancellation_reason: 'whim' }, 'Invalid timestamp', malformed],
    ['no reason', { cancellation_reason: undefined }, undefined, 'Cancellation reason is not included in the list'],
    [
      'an unknown reason',
      { cancellation_reason: 'whim' },
      undefined,
      'Cancellation reason is not included in the list',
    ],
  ])('has %s', async (_, attributes, title, detail) => {
    const { id } = await madeAllocation(api);
    const before = await everythingIn(api);
    const reply = await api.post(`/allocations/${id}/cancel`, cancelBody(attributes));
    expect([reply.status, reply.body.errors]).toEqual([
      422,
      [
        title
          ? { title, detail }
          : {
              title: 'Unprocessable content',
              detail,
              source: { pointer: '/data/attributes/cancellation_reason' },
              code: 'inclusion',
            },
      ],
    ]);
    expect(await everythingIn(api)).toEqual(before);
  });

  it.each([unknownId, 'mine'])('is of %s, which is not found; its parameters are looked at before', async (id) => {
    const reply = await api.post(`/allocations/${id}/cancel`, cancelBody({ cancellation_reason: 'whim' }));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Allocation with 'id'=${id}`]);
    expect((await api.post(`/allocations/${id}/cancel`, cancelBody({ timestamp: 'now' }))).status).toBe(422);
  });

  it('misses its data', async () => {
    expect((await api.post(`/allocations/${unknownId}/cancel`, {})).status).toBe(400);
  });
});
