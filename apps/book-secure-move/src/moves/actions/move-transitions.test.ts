import { everyPair } from '@switchyard/domain';
import type { MoveEvent, MoveStatus } from '@switchyard/domain/book-secure-move';
import { moveMachine } from '@switchyard/domain/book-secure-move';
import { actionBody, attributesAt, noticesOf, perform, toldEventsOf } from '../../events/events.fixture';
import { bookSecureMove } from '../../testing/book-secure-move';
import { footprintOf } from '../../testing/footprint';
import { freshKey } from '../../testing/given';

const { api, given } = bookSecureMove();

const whatItTakes: Readonly<Partial<Record<MoveStatus, object>>> = {
  proposed: { date_from: '2026-12-01' },
  cancelled: { cancellation_reason: 'tornado_event' },
};
const moveIn = async (status: MoveStatus): Promise<string> => (await given.move({ status, ...whatItTakes[status] })).id;

const bodies: Record<MoveEvent, object> = {
  approve: actionBody('approves', { date: '2026-12-01' }),
  accept: actionBody('accepts'),
  start: actionBody('starts'),
  complete: actionBody('completes'),
  reject: actionBody('rejects', { rejection_reason: 'no_transport_available' }),
  cancel: actionBody('cancels', { cancellation_reason: 'court_closure', cancellation_reason_comment: 'Flood' }),
};

/** The published table of a move's states, written out: where each action leads from each state. */
const leadsTo: Record<MoveStatus, Partial<Record<MoveEvent, MoveStatus | 'refused'>>> = {
  proposed: { approve: 'requested', reject: 'cancelled', cancel: 'cancelled' },
  requested: { accept: 'booked', reject: 'cancelled', cancel: 'cancelled' },
  booked: { start: 'in_transit', reject: 'refused', cancel: 'cancelled' },
  in_transit: { complete: 'completed', reject: 'refused', cancel: 'cancelled' },
  completed: { reject: 'refused', cancel: 'cancelled' },
  cancelled: {},
};

describe.each(everyPair(moveMachine))('a %s move', (status, action) => {
  const outcome = leadsTo[status][action] ?? status;

  it(`after ${action}: ${outcome}`, async () => {
    const id = await moveIn(status);
    const before = await footprintOf(api, id);
    const sent = (await noticesOf(api, id)).length;
    const reply = await api.as('serco').post(`/moves/${id}/${action}`, bodies[action]);

    if (outcome === 'refused') {
      expect([reply.status, reply.body.errors[0]]).toEqual([
        422,
        {
          title: 'Unprocessable content',
          detail: 'Cancellation reason must be blank',
          source: { pointer: '/data/attributes/cancellation_reason' },
          code: 'present',
        },
      ]);
      expect(await footprintOf(api, id)).toEqual(before);
      return;
    }
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: outcome });
    expect(await toldEventsOf(api, id)).toHaveLength(1);
    const rewritesReasons = status === 'cancelled' && (action === 'cancel' || action === 'reject');
    const told = status !== outcome ? ['update_move_status'] : rewritesReasons ? ['update_move'] : [];
    const notices = (await noticesOf(api, id)).slice(sent);
    expect(notices.filter((notice) => notice !== 'reject_move')).toEqual(told);
  });
});

describe("a move's log", () => {
  it('goes from request to completion', async () => {
    const { id } = await given.move();
    await perform(api.as('serco'), `/moves/${id}`, 'accept', 'start', 'complete');
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: 'completed' });
  });

  it('keeps an event that comes too early, until earlier ones arrive late', async () => {
    const { id } = await given.move();
    const at = (timestamp: string) => ({ timestamp });
    const statuses: unknown[] = [];
    for (const [action, type, timestamp] of [
      ['complete', 'completes', '2026-12-01T12:00:00Z'],
      ['accept', 'accepts', '2026-12-01T08:00:00Z'],
      ['start', 'starts', '2026-12-01T09:00:00.5Z'],
    ] as const) {
      expect((await api.post(`/moves/${id}/${action}`, actionBody(type, at(timestamp)))).status).toBe(204);
      statuses.push((await attributesAt(api, `/moves/${id}`))['status']);
    }
    expect(statuses).toEqual(['requested', 'booked', 'completed']);
  });

  it('never brings a cancelled move back, and takes a later reason for it', async () => {
    const { id } = await given.move();
    await api.post(`/moves/${id}/cancel`, bodies.cancel);
    await perform(api, `/moves/${id}`, 'accept', 'start', 'complete');
    const reason = { cancellation_reason: 'other', timestamp: '2026-12-01T13:00:00Z' };
    await api.post(`/moves/${id}/cancel`, actionBody('cancel', reason));
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({
      status: 'cancelled',
      cancellation_reason: 'other',
      cancellation_reason_comment: null,
    });
  });

  it('asserts a cancellation again at every later event, over what a change of the move said', async () => {
    const { id } = await given.move();
    await api.post(`/moves/${id}/cancel`, bodies.cancel);
    await api.patch(`/moves/${id}`, { data: { type: 'moves', attributes: { cancellation_reason: 'other' } } });
    await perform(api, `/moves/${id}`, 'complete');
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ cancellation_reason: 'court_closure' });
  });

  it('touches the move even where nothing else changes', async () => {
    const { id } = await given.move();
    const before = String((await attributesAt(api, `/moves/${id}`))['updated_at']);
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    await perform(api, `/moves/${id}`, 'start');
    const after = String((await attributesAt(api, `/moves/${id}`))['updated_at']);
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it('stores what was said, in the name of who said it', async () => {
    const { id } = await given.move();
    const body = actionBody('accepts', { timestamp: '2026-07-01T10:00:00.123', notes: 'Gladly' });
    await api.as('serco').post(`/moves/${id}/accept`, body, { 'X-Current-User': 'A DRIVER' });
    await api.as('serco').post(`/moves/${id}/start`, actionBody('starts', { timestamp: '2026-07-02' }));
    const { body: shown } = await api.get(`/moves/${id}?include=timeline_events`);
    const told = shown.included.filter(({ attributes }: { attributes: { event_type: string } }) =>
      ['MoveAccept', 'MoveStart'].includes(attributes.event_type),
    );
    expect(told.map(({ attributes }: { attributes: object }) => attributes)).toMatchObject([
      {
        event_type: 'MoveAccept',
        occurred_at: '2026-07-01T10:00:00+01:00',
        recorded_at: '2026-07-01T10:00:00+01:00',
        notes: 'Gladly',
        created_by: 'A DRIVER',
        details: {},
      },
      { event_type: 'MoveStart', occurred_at: '2026-07-02T00:00:00+01:00', created_by: 'Serco' },
    ]);
  });

  it('is written once for a repeated key, which is answered alike', async () => {
    const { id } = await given.move();
    const key = freshKey();
    const first = await api.as('serco').post(`/moves/${id}/accept`, bodies.accept, key);
    const before = await footprintOf(api, id);
    const again = await api.as('serco').post(`/moves/${id}/accept`, bodies.accept, key);
    expect([first.status, first.headers.get('Idempotent-Replayed')]).toEqual([204, null]);
    expect([again.status, again.text, again.headers.get('Idempotent-Replayed')]).toEqual([204, '', 'true']);
    expect(await footprintOf(api, id)).toEqual(before);
  });

  it('lets one of fifty parallel starts start the move, and keeps them all', async () => {
    const { id } = await given.move({ status: 'booked' });
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => api.as('serco').post(`/moves/${id}/start`, bodies.start)),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: 'in_transit' });
    expect(await toldEventsOf(api, id)).toHaveLength(50);
    expect((await noticesOf(api, id)).filter((notice) => notice === 'update_move_status')).toHaveLength(1);
  });

  it('leaves a move in one state when two events race for it', async () => {
    const { id } = await given.move({ status: 'booked' });
    await Promise.all([
      api.post(`/moves/${id}/start`, bodies.start),
      api.post(`/moves/${id}/cancel`, bodies.cancel),
      api.post(`/moves/${id}/complete`, bodies.complete),
    ]);
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({
      status: 'cancelled',
      cancellation_reason: 'court_closure',
    });
  });
});
