import type { Speaker, TestApi } from '../testing/book-secure-move';
import type { Given } from '../testing/given';
import { related } from '../testing/given';
import { places } from './pricing.fixture';

/** How a supplier tells what happens: by the calls of each record, or by posting events. */
export const tellings = ['calls', 'events'] as const;
export type Telling = (typeof tellings)[number];

/** One step of a scenario, such as `create A→B $`, `start 1`, `redirect C` or `complete move`. */
export type Step = string;

const DAY = '2026-10-05';

/**
 * Plays a scenario on a fresh move from A to B of 5 October 2026, a minute after another, and gives the move's id. The
 * move is accepted at first, and completed by the step that says so.
 */
export async function play(api: TestApi, given: Given, steps: readonly Step[], telling: Telling): Promise<string> {
  const { id } = await given.move({ date: DAY });
  const scenario = new Scenario(api.as('serco'), id, telling);
  await scenario.move('accept', 'MoveAccept');
  for (const step of steps) await scenario.step(step);
  return id;
}

class Scenario {
  private readonly journeys: string[] = [];
  private minute = 0;

  constructor(
    private readonly supplier: Speaker,
    private readonly moveId: string,
    private readonly telling: Telling,
  ) {}

  async step(step: Step): Promise<void> {
    const [verb, subject = '', more = ''] = step.split(' ') as [string, string?, string?];
    if (verb === 'create') return this.create(subject, more === '$');
    if (subject === 'move') return this.move(verb, `Move${capital(verb)}`);
    if (verb === 'redirect') return this.move('redirects', 'MoveRedirect', { to_location: subject });
    if (verb === 'lockout') return this.move('lockouts', 'MoveLockout', { from_location: subject });
    if (verb === 'night') return this.night(subject);
    const journey = this.journeys[Number(subject) - 1]!;
    if (verb === 'unbill') return this.unbill(journey);
    if (verb === 'lodge') return this.journey(journey, 'lodgings', 'JourneyLodging', { to_location: more });
    return this.journey(journey, verb, `Journey${capital(verb)}`);
  }

  move(action: string, eventType: string, at: Record<string, string> = {}): Promise<void> {
    const about = { type: 'moves', id: this.moveId };
    return this.tell(`/moves/${this.moveId}/${action}`, action, eventType, about, at);
  }

  private journey(id: string, action: string, eventType: string, at: Record<string, string> = {}): Promise<void> {
    return this.tell(`/moves/${this.moveId}/journeys/${id}/${action}`, action, eventType, { type: 'journeys', id }, at);
  }

  /** A planned night has no calls of its own: it is told by events in either case. */
  private async night(place: string): Promise<void> {
    const about = { type: 'moves', id: this.moveId };
    for (const [type, details] of [
      ['MoveLodgingStart', { reason: 'overnight_lodging' }],
      ['MoveLodgingEnd', {}],
    ] as const) {
      await this.post(type, about, { location: place }, details);
    }
  }

  private async create(way: string, billable: boolean): Promise<void> {
    const [from, to] = way.split('→') as [string, string];
    const data = {
      type: 'journeys',
      attributes: { billable, timestamp: this.now(), date: DAY },
      relationships: {
        from_location: related('locations', places[from]!),
        to_location: related('locations', places[to]!),
      },
    };
    const { body } = expectStatus(await this.supplier.post(`/moves/${this.moveId}/journeys`, { data }), 201);
    this.journeys.push((body as { data: { id: string } }).data.id);
  }

  private async unbill(id: string): Promise<void> {
    const data = { type: 'journeys', attributes: { timestamp: this.now(), billable: false } };
    expectStatus(await this.supplier.patch(`/moves/${this.moveId}/journeys/${id}`, { data }), 200);
  }

  private async tell(
    path: string,
    action: string,
    eventType: string,
    about: { type: string; id: string },
    at: Record<string, string>,
  ): Promise<void> {
    if (this.telling === 'events') return this.post(eventType, about, at, {});
    const attributes = { timestamp: this.now(), notes: 'as it happened' };
    const type = action.endsWith('s') ? action : `${action}s`;
    const data = { type, attributes, relationships: locations(at) };
    expectStatus(await this.supplier.post(path, { data }), 204);
  }

  private async post(
    eventType: string,
    about: { type: string; id: string },
    at: Record<string, string>,
    details: object,
  ): Promise<void> {
    const occurred = this.now();
    const data = {
      type: 'events',
      attributes: {
        event_type: eventType,
        occurred_at: occurred,
        recorded_at: occurred,
        notes: 'as it happened',
        details,
      },
      relationships: { eventable: { data: about }, ...locations(at) },
    };
    expectStatus(await this.supplier.post('/events', { data }), 201);
  }

  private now(): string {
    this.minute += 1;
    return new Date(Date.parse(`${DAY}T08:00:00Z`) + this.minute * 60_000).toISOString();
  }
}

const capital = (verb: string): string => verb[0]!.toUpperCase() + verb.slice(1);

const locations = (at: Record<string, string>): Record<string, object> =>
  Object.fromEntries(Object.entries(at).map(([name, place]) => [name, related('locations', places[place]!)]));

function expectStatus<R extends { status: number; text: string }>(reply: R, status: number): R {
  if (reply.status !== status) throw new Error(`expected ${status}, got ${reply.status} ${reply.text}`);
  return reply;
}

const driven = (way: string, place: number, flag = '$'): Step[] => [
  `create ${way} ${flag}`,
  `start ${place}`,
  `complete ${place}`,
];
const begun = ['start move', 'create A→B $', 'start 1'];
const onToC = [...driven('A→C', 2), 'complete move'];

/** The published scenarios as they come about, with their category and what must be paid in pence. */
export const scenarios: readonly [name: string, steps: readonly Step[], category: string, amount: number][] = [
  ['V1', ['start move', ...driven('A→B', 1), 'complete move'], 'standard', 100_00],
  ['V2', ['start move', ...driven('A→B', 1), ...driven('B→C', 2), 'complete move'], 'multi', 130_00],
  ['V3', ['create A→B $', 'redirect C', 'reject 1', 'start move', ...onToC], 'standard', 130_00],
  ['V4', [...begun, 'cancel 1', 'redirect C', ...onToC], 'redirection', 230_00],
  ['V5', [...begun, 'cancel 1', 'unbill 1', 'redirect C', ...onToC], 'multi', 130_00],
  ['V6', [...begun, 'cancel 1', 'unbill 1', ...driven('A→C', 2, '0'), 'complete move'], 'multi', 0],
  ['V7', [...begun, 'lockout B', 'redirect C', 'cancel 1', ...onToC], 'multi', 230_00],
  ['V8', [...begun, 'cancel 1', 'unbill 1', 'lockout B', 'redirect C', ...onToC], 'multi', 130_00],
  [
    'V9',
    [
      ...begun,
      'cancel 1',
      'lockout B',
      ...driven('A→L', 2, '0'),
      'lodge 2 L',
      ...driven('L→B', 3, '0'),
      'complete move',
    ],
    'multi',
    100_00,
  ],
  [
    'V10',
    [...begun, 'lockout B', 'cancel 1', ...driven('A→C', 2), ...driven('C→B', 3), 'complete move'],
    'lockout',
    280_00,
  ],
  ['V11', ['start move', ...driven('A→C', 1), 'night C', ...driven('C→B', 2), 'complete move'], 'long_haul', 180_00],
  ['V12', [...begun, 'redirect C', 'cancel 1', ...driven('B→C', 2), 'complete move'], 'redirection', 145_00],
  ['V13', ['start move', ...driven('A→B', 1), 'lockout B', ...driven('B→C', 2, '0'), 'complete move'], 'multi', 100_00],
  ['V14', ['start move', ...driven('A→B', 1), 'unbill 1', 'complete move'], 'multi', 0],
];
