import { prepared } from '@switchyard/db';
import type { TestApi } from './book-secure-move';

const footprint = prepared<Record<string, unknown>>(
  'test-footprint',
  `select (select jsonb_agg(to_jsonb(m) order by id) from moves m where id = $1) as moves,
     (select jsonb_agg(to_jsonb(j) order by id) from journeys j where move_id = $1) as journeys,
     (select jsonb_agg(to_jsonb(l) order by id) from lodgings l where move_id = $1) as lodgings,
     (select count(*) from generic_events) as events,
     (select count(*) from outbox_event) as notices`,
);

/** Everything that a write may leave for a move: equal before and after a request that was refused. */
export const footprintOf = async (api: TestApi, moveId: string): Promise<Record<string, unknown>> =>
  (await api.db().reader().first(footprint, [moveId]))!;
