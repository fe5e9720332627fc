import { everyPair } from '@switchyard/domain';
import type { JourneyEvent, JourneyState } from '@switchyard/domain/book-secure-move';
import { journeyMachine } from '@switchyard/domain/book-secure-move';
import { actionBody, attributesAt, expectStatus, noticesOf, perform, toldEventsOf } from '../../events/events.fixture';
import { bookSecureMove } from '../../testing/book-secure-move';
import { footprintOf } from '../../testing/footprint';
import { demo, freshKey, related } from '../../testing/given';

const { api, given } = bookSecureMove();

/** How a new journey gets into each state. */
const wayTo: Record<JourneyState, string[]> = {
  proposed: [],
  rejected: ['reject'],
  in_progress: ['start'],
  completed: ['start', 'complete'],
  cancelled: ['start', 'cancel'],
};

/** The published table of a journey's states, written out: where each action leads from each state. */
const leadsTo: Record<JourneyState, Partial<Record<JourneyEvent, JourneyState>>> = {
  proposed: { start: 'in_progress', reject: 'rejected' },
  rejected: {},
  in_progress: { complete: 'completed', cancel: 'cancelled' },
  completed: { uncomplete: 'in_progress' },
  cancelled: { uncancel: 'in_progress' },
};

/** A journey of serco, by its path. */
async function journeyThat(...actions: string[]): Promise<{ move: string; journey: string; path: string }> {
  const move = await given.emptyMove();
  const journey = await given.journey(move);
  const path = `/moves/${move}/journeys/${journey}`;
  await perform(api.as('serco'), path, ...actions);
  return { move, journey, path };
}

const at = (hour: number, more: object = {}) => ({ timestamp: `2026-12-01T${hour}:00:00Z`, ...more });
const stateOf = async (path: string): Promise<unknown> => (await attributesAt(api, path))['state'];

describe.each(everyPair(journeyMachine))('a %s journey', (state, action) => {
  const outcome = leadsTo[state][action] ?? state;

  it(`after ${action}: ${outcome}`, async () => {
    const { move, journey, path } = await journeyThat(...wayTo[state]);
    const told = (await toldEventsOf(api, journey)).length;
    const notices = await noticesOf(api, move);
    const reply = await api.as('serco').post(`${path}/${action}`, actionBody(`${action}s`, at(12)));
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(await stateOf(path)).toBe(outcome);
    expect(await toldEventsOf(api, journey)).toHaveLength(told + 1);
    expect(await noticesOf(api, move)).toEqual(notices);
  });
});

describe("a journey's log", () => {
  it('keeps an event that comes too early, until an earlier one arrives late', async () => {
    const { path } = await journeyThat();
    await api.post(`${path}/complete`, actionBody('completes', at(12)));
    expect(await stateOf(path)).toBe('proposed');
    await api.post(`${path}/start`, actionBody('starts', at(11)));
    expect(await stateOf(path)).toBe('completed');
  });

  it('lets an earlier cancellation that arrives late have no lasting effect', async () => {
    const { path } = await journeyThat('start');
    await api.post(`${path}/uncancel`, actionBody('uncancels', at(12)));
    await api.post(`${path}/cancel`, actionBody('cancels', at(11)));
    expect(await stateOf(path)).toBe('in_progress');
  });

  it('takes events of one instant in the order of their arrival, even while the clock stands', async () => {
    const { path } = await journeyThat();
    api.clock().freeze();
    const states: unknown[] = [];
    for (const action of ['start', 'cancel', 'uncancel', 'cancel', 'uncancel', 'complete', 'uncomplete']) {
      await expectStatus(api.as('serco').post(`${path}/${action}`, actionBody(`${action}s`)), 204);
      states.push(await stateOf(path));
    }
    api.clock().unfreeze();
    expect(states).toEqual([
      'in_progress',
      'cancelled',
      'in_progress',
      'cancelled',
      'in_progress',
      'completed',
      'in_progress',
    ]);
  });

  it('writes the vehicle, and writes it again at every later event', async () => {
    const move = await given.emptyMove();
    const path = `/moves/${move}/journeys/${await given.journey(move, { vehicle: { id: 'V-1', registration: 'OLD' } })}`;
    await api.post(`${path}/start`, actionBody('starts', at(10, { vehicle_reg: 'REG 1', vehicle_depot: 'Hull' })));
    expect((await attributesAt(api, path))['vehicle']).toEqual({ id: 'V-1', registration: 'REG 1', depot: 'Hull' });

    const patch = { data: { type: 'journeys', attributes: { ...at(10), vehicle: { id: 'V-2' } } } };
    await expectStatus(api.as('serco').patch(path, patch), 200);
    await api.post(
      `${path}/complete`,
      actionBody('completes', at(12, { vehicle_reg: 'REG 2', vehicle_depot: 'York' })),
    );
    expect((await attributesAt(api, path))['vehicle']).toEqual({ id: 'V-2', registration: 'REG 2', depot: 'Hull' });
  });

  it('touches the move', async () => {
    const { move, path } = await journeyThat();
    const before = String((await attributesAt(api, `/moves/${move}`))['updated_at']);
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    await api.as('serco').post(`${path}/cancel`, actionBody('cancels'));
    const after = String((await attributesAt(api, `/moves/${move}`))['updated_at']);
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it('is written once for a repeated key, which is answered alike', async () => {
    const { move, path } = await journeyThat();
    const key = freshKey();
    await api.as('serco').post(`${path}/start`, actionBody('starts'), key);
    const before = await footprintOf(api, move);
    const again = await api.as('serco').post(`${path}/start`, actionBody('starts'), key);
    expect([again.status, again.text, again.headers.get('Idempotent-Replayed')]).toEqual([204, '', 'true']);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('keeps all of fifty parallel starts, and the journey is in progress', async () => {
    const { path, journey } = await journeyThat();
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => api.as('serco').post(`${path}/start`, actionBody('starts'))),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await stateOf(path)).toBe('in_progress');
    expect(await toldEventsOf(api, journey)).toHaveLength(50);
  });

  it('does not take a cancellation back while another journey has the leg', async () => {
    const { move, path } = await journeyThat('start', 'cancel');
    const other = await given.journey(move);
    await expectStatus(api.as('serco').post(`${path}/uncancel`, actionBody('uncancels', at(12))), 204);
    expect(await stateOf(path)).toBe('cancelled');

    await perform(api.as('serco'), `/moves/${move}/journeys/${other}`, 'reject');
    await expectStatus(api.as('serco').post(`${path}/uncomplete`, actionBody('uncompletes', at(13))), 204);
    expect(await stateOf(path)).toBe('in_progress');
  });
});

describe('a place that a journey came by', () => {
  it.each<[string, object, string, string]>([
    ['lockouts', { from_location: related('locations', demo.b.toUpperCase()) }, 'JourneyLockout', 'from_location'],
    ['lodgings', { to_location: related('locations', demo.b.toUpperCase()) }, 'JourneyLodging', 'to_location'],
    ['lodgings', { from_location: related('locations', demo.b) }, 'JourneyLodging', 'to_location'],
    [
      'lodgings',
      { from_location: related('locations', demo.c), to_location: related('locations', demo.b) },
      'JourneyLodging',
      'to_location',
    ],
  ])('is kept by %s %j', async (action, relationships, eventType, name) => {
    const { path, journey } = await journeyThat('start');
    await expectStatus(api.as('serco').post(`${path}/${action}`, actionBody(action, at(12), relationships)), 204);
    const events = await toldEventsOf(api, journey);
    expect(events.at(-1)).toMatchObject({ eventType, relationships: { [name]: { type: 'locations', id: demo.b } } });
    expect(await stateOf(path)).toBe('in_progress');
  });
});
