import { prepared } from '@switchyard/db';
import type { GenericEvent } from '@switchyard/domain/book-secure-move';
import { eventsOf } from '../events/repository';
import type { TestApi } from '../testing/book-secure-move';
import { demo, related } from '../testing/given';

/** An id that nothing has. */
export const unknownId = '00000000-1111-4222-8333-444444444444';

/** The body of a request about a lodging, at location L unless another is named. */
export const lodgingBody = (attributes: object = {}, location: object | undefined = at(demo.lodging)): object => ({
  data: {
    type: 'lodgings',
    attributes: { start_date: '2026-12-01', end_date: '2026-12-02', ...attributes },
    relationships: { location },
  },
});

export const at = (locationId: string): object => related('locations', locationId);

/** A change of a lodging: only what is named. */
export const lodgingChange = (attributes: object, relationships?: object): object => ({
  data: { type: 'lodgings', attributes, ...(relationships && { relationships }) },
});

/** Adds a lodging and gives its id. */
export async function addLodging(api: TestApi, move: string, start_date: string, end_date: string): Promise<string> {
  const reply = await api.post(`/moves/${move}/lodgings`, lodgingBody({ start_date, end_date }));
  if (reply.status !== 201) throw new Error(`expected a lodging, got ${reply.status} ${reply.text}`);
  return reply.body.data.id;
}

/** The days of the move's lodgings that are not cancelled, as the list shows them. */
export async function staysOf(api: TestApi, move: string): Promise<[string, string][]> {
  const { body } = await api.get(`/moves/${move}/lodgings`);
  return body.data.map(({ attributes }: { attributes: { start_date: string; end_date: string } }) => [
    attributes.start_date,
    attributes.end_date,
  ]);
}

/** The events of a lodging, without the one that made it. */
export const laterEventsOf = async (api: TestApi, id: string): Promise<GenericEvent[]> =>
  (await eventsOf(api.db().reader(), [id])).filter(({ eventType }) => eventType !== 'LodgingCreate');

const notices = prepared<{ notice: string; lodging: string }>(
  'test-lodging-notices',
  `select event_type as notice, payload->>'lodging_id' as lodging from outbox_event
   where aggregate_id = $1 and payload->>'topic' = 'lodging' order by seq`,
);

/** What the subscribers of a move are to be told of its lodgings, in order: kind of notice and lodging. */
export const noticesOf = async (api: TestApi, move: string): Promise<[string, string][]> =>
  (await api.db().reader().rows(notices, [move])).map(({ notice, lodging }) => [notice, lodging]);

const setStatus = prepared('test-lodging-status', 'update lodgings set status = $2 where id = $1');

/** Puts a lodging where only what happens on the way could put it. */
export async function putLodging(api: TestApi, id: string, status: string): Promise<void> {
  await api.db().transaction(async (tx) => tx.send(setStatus, [id, status]));
}
