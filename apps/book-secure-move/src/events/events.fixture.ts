import { prepared } from '@switchyard/db';
import type { DetailDefinition, EventDefinition, GenericEvent } from '@switchyard/domain/book-secure-move';
import type { TestReply } from '@switchyard/testing';
import type { Speaker, TestApi } from '../testing/book-secure-move';
import { demo, related } from '../testing/given';
import { eventsOf } from './repository';

/** An id that nothing has. */
export const unknownId = '00000000-1111-4222-8333-444444444444';

interface Told {
  occurred_at?: string;
  recorded_at?: string;
  notes?: string;
  details?: object;
  relationships?: object;
}

/** The body of a posted event. It occurred at noon unless told otherwise. */
export const eventBody = (type: string, eventable: { type: string; id: string }, told: Told = {}): object => {
  const { relationships, ...attributes } = told;
  return {
    data: {
      type: 'events',
      attributes: {
        event_type: type,
        occurred_at: '2026-12-01T12:00:00Z',
        recorded_at: '2026-12-01T12:05:00Z',
        ...attributes,
      },
      relationships: { eventable: related(eventable.type, eventable.id), ...relationships },
    },
  };
};

/** The body of a request to one of the actions. */
export const actionBody = (type: string, attributes: object = {}, relationships?: object): object => ({
  data: { type, attributes: { timestamp: '2026-12-01T12:00:00Z', ...attributes }, relationships },
});

/** Makes sure that something went well before a test goes on. */
export async function expectStatus(reply: Promise<TestReply>, status: number): Promise<TestReply> {
  const { text, ...rest } = await reply;
  if (rest.status !== status) throw new Error(`expected ${status}, got ${rest.status} ${text}`);
  return { text, ...rest };
}

/** Does these actions to a move or journey, one after the other, each a minute after the one before. */
export async function perform(speaker: Speaker, path: string, ...actions: string[]): Promise<void> {
  for (const [minute, action] of actions.entries()) {
    const timestamp = new Date(Date.UTC(2026, 11, 1, 8, minute)).toISOString();
    await expectStatus(speaker.post(`${path}/${action}`, actionBody(typeOf[action] ?? action, { timestamp })), 204);
  }
}

const typeOf: Readonly<Record<string, string>> = {
  accept: 'accepts',
  complete: 'completes',
  start: 'starts',
  cancel: 'cancels',
  uncancel: 'uncancels',
  uncomplete: 'uncompletes',
  reject: 'rejects',
};

/** The attributes of a move or journey as it is read. */
export const attributesAt = async (api: TestApi, path: string): Promise<Record<string, unknown>> =>
  (await expectStatus(api.get(path), 200)).body.data.attributes;

/** The events of a record that a client told, in order. */
export const toldEventsOf = async (api: TestApi, id: string): Promise<GenericEvent[]> =>
  (await eventsOf(api.db().reader(), [id])).filter(({ notes }) => notes !== 'Automatically generated event');

const notices = prepared<{ event_type: string }>(
  'test-notices-of-move',
  'select event_type from outbox_event where aggregate_id = $1 order by seq',
);

/** What the subscribers of a move are to be told, in order. */
export const noticesOf = async (api: TestApi, moveId: string): Promise<string[]> =>
  (await api.db().reader().rows(notices, [moveId])).map(({ event_type: type }) => type);

/** The least that a type of event must be told, for a client of an authority. `move` is another move. */
export function leastOf(definition: EventDefinition, move: string): { details: object; relationships: object } {
  const required = definition.details.filter((detail) => detail.required);
  const details = Object.fromEntries(required.map((detail) => [detail.name, valueOf(detail)]));
  const relationships = definition.relationships.map(({ name, type }) => [
    name,
    related(type, type === 'moves' ? move : demo.c),
  ]);
  return {
    details: Object.assign(details, ...definition.rules.map((rule) => byRule[rule] ?? {})),
    relationships: Object.fromEntries(relationships),
  };
}

/** What the rules of a type ask for beyond its required details. */
const byRule: Readonly<Partial<Record<EventDefinition['rules'][number], object>>> = {
  one_personnel_number: { supplier_personnel_number: 'S1' },
  one_list_of_personnel_numbers: { supplier_personnel_numbers: ['S1'] },
  postcode_or_description: { location_description: 'Hard shoulder' },
};

function valueOf({ kind, values }: DetailDefinition): unknown {
  switch (kind) {
    case 'iso':
      return '2026-12-01T11:00:00+00:00';
    case 'date':
      return '2026-12-01';
    case 'list':
      return ['S1'];
    case 'bool':
      return true;
    default:
      return values?.[0] ?? 'AB12 CDE';
  }
}
