import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { GenericEvent } from '@switchyard/domain/book-secure-move';
import { eventDefinition } from '@switchyard/domain/book-secure-move';
import type { EventRow } from './repository';
import { toEvent } from './repository';

/** Everything that happened to a move, its person, its journeys and its lodgings, in order. */
export interface MoveTimeline {
  moveId: string;
  events: GenericEvent[];
}

const ofMoves = prepared<EventRow & { owner: string }>(
  'timelines-of-moves',
  `select owned.owner, e.*
   from (select id as owner, id as eventable from moves where id = any($1::uuid[])
         union all select id, person_id from moves where id = any($1::uuid[]) and person_id is not null
         union all select move_id, id from journeys where move_id = any($1::uuid[])
         union all select move_id, id from lodgings where move_id = any($1::uuid[])) owned
   join generic_events e on e.eventable_id = owned.eventable
   order by e.occurred_at, e.created_at, e.id`,
);

/** The timelines of several moves, by move id, in one statement. */
export async function timelinesOf(db: Connection, moveIds: readonly string[]): Promise<Map<string, MoveTimeline>> {
  const timelines = new Map(moveIds.map((moveId): [string, MoveTimeline] => [moveId, { moveId, events: [] }]));
  for (const row of await db.rows(ofMoves, [moveIds])) timelines.get(row.owner)?.events.push(toEvent(row));
  return timelines;
}

const grave = new Set(['medical', 'incident', 'suicide_and_self_harm']);
const notable = new Set(['PerHandover', 'PerPropertyChange', 'MoveLodgingStart', 'MoveLodgingEnd']);

/** The events of the move itself that matter most: the classified ones first, then the notable types. */
export function importantOf(timeline: MoveTimeline | undefined): GenericEvent[] {
  const own = (timeline?.events ?? []).filter(({ eventableId }) => eventableId === timeline?.moveId);
  return [
    ...own.filter(({ eventType }) => grave.has(eventDefinition(eventType).classification)),
    ...own.filter(({ eventType }) => notable.has(eventType)),
  ];
}
