import { prepared } from '@switchyard/db';
import type { Day, Move } from '@switchyard/domain/book-secure-move';
import { acceptMove } from '@switchyard/domain/book-secure-move';
import { appendEvents } from '../events/append-events';
import { automaticEvent } from '../events/automatic-event';
import { notifyMoves } from '../notifications/notify';
import type { Act } from '../shared/deps';
import { saveMoves } from './bulk';
import { gatherFactsForDate } from './facts-for-date';

const followDates = prepared(
  'journeys-follow-dates',
  `update journeys j
   set date = $3, updated_at = $4, version = j.version + 1
   from unnest($1::uuid[], $2::date[]) as left_behind(move_id, date)
   where j.move_id = left_behind.move_id and j.date = left_behind.date and j.state = 'proposed'`,
);

/**
 * Brings locked moves to another day, in a fixed number of statements. Their proposed journeys of the old day follow,
 * each change is an event, and the subscribers are told. Throws RulesBroken with the faults of the first move that
 * cannot be on that day; then none is moved.
 */
export async function redateMoves(act: Act, moves: readonly Move[], date: Day, reason: string | null): Promise<void> {
  const { tx, reference, now } = act;
  if (moves.length === 0) return;
  const facts = await gatherFactsForDate(tx, reference, moves, date);
  const redated = moves.map((move) =>
    acceptMove({ ...move, date, dateChangedReason: reason, updatedAt: now }, facts.get(move.id)!),
  );
  saveMoves(tx, redated);
  tx.send(followDates, [moves.map(({ id }) => id), moves.map((move) => move.date), date, now]);
  const details = { date, date_changed_reason: reason };
  appendEvents(
    tx,
    redated.map(({ id }) => automaticEvent(act, 'MoveDateChanged', 'moves', id, { details })),
  );
  notifyMoves(act, redated, () => 'update_move');
}
