import { prepared } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import { automaticEvent } from '../events/automatic-event';
import { appendEvent } from '../events/repository';
import type { Act } from '../shared/deps';

const shift = prepared(
  'journeys-follow-date',
  `update journeys set date = $3, updated_at = $4, version = version + 1
   where move_id = $1 and state = 'proposed' and date = $2`,
);

/**
 * A move has got another date: its proposed journeys of the old date follow. A change that no event of the log has
 * made is recorded as an event of its own.
 */
export function followDate(
  act: Act,
  before: Pick<Move, 'date'>,
  move: Move,
  record: 'with event' | 'without event',
): void {
  if (before.date !== null && move.date !== null) act.tx.send(shift, [move.id, before.date, move.date, act.now]);
  if (record === 'without event') return;
  const details = { date: move.date, date_changed_reason: move.dateChangedReason };
  appendEvent(act.tx, automaticEvent(act, 'MoveDateChanged', 'moves', move.id, { details }));
}
