import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Month } from '@switchyard/domain/book-secure-move/pricing';
import { Feed } from './feed';
import { monthValues, ofMonth } from './months';
import type { EventRow, JourneyRow, MoveRow, RecordedMove } from './assemble';
import { assembled } from './assemble';
import type { Places } from './places';
import { textsOf } from './read-moves';

const MOVES = 500;
const OTHERS = 1_500;
const WHICH = `in (${ofMonth})`;

/**
 * All rows will be taken, and so the plan for all is wanted, not the one whose first rows come soonest; and the events of
 * a month are sorted in memory.
 */
const planForAll = prepared(
  'plan-for-all',
  "select set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '32MB', true)",
);

/**
 * Every move that may belong to a supplier's month, by id, in batches: one pass over moves, journeys and events, each in
 * the order of the moves, put together as they come. Memory holds a few thousand rows, whatever the month.
 */
export async function* streamMonth(
  tx: Transaction,
  supplierId: string,
  month: Month,
  places: Places,
): AsyncGenerator<RecordedMove[]> {
  tx.send(planForAll);
  const values = monthValues(supplierId, month);
  const open = <Row>(name: string, text: string, order: string, keyOf: (row: Row) => string, size: number): Feed<Row> =>
    new Feed(tx, name, `${text} order by ${order}`, values, keyOf, size);
  const moves = open<MoveRow>('month_moves', textsOf.moves(WHICH), 'm.id', ({ id }) => id, MOVES);
  const journeys = open<JourneyRow>('month_journeys', textsOf.journeys(WHICH), 'move_id', (row) => row.move_id, OTHERS);
  const moveEvents = open<EventRow>(
    'month_move_events',
    textsOf.moveEvents(WHICH),
    'eventable_id',
    (row) => row.eventable_id,
    OTHERS,
  );
  const journeyEvents = open<EventRow & { move_id: string }>(
    'month_journey_events',
    textsOf.journeyEvents(WHICH),
    'j.move_id',
    (row) => row.move_id,
    OTHERS,
  );
  for (;;) {
    const batch = await moves.take(MOVES);
    const last = batch.at(-1)?.id;
    if (last === undefined) break;
    const rows = {
      moves: batch,
      journeys: await journeys.takeTo(last),
      moveEvents: await moveEvents.takeTo(last),
      journeyEvents: await journeyEvents.takeTo(last),
    };
    yield assembled(rows, places);
  }
  for (const feed of [moves, journeys, moveEvents, journeyEvents]) feed.close();
}
