import type { Connection, Transaction } from '@switchyard/db';
import { prepared, sql } from '@switchyard/db';
import type { FieldChange, HistoryStep } from '@switchyard/domain/wrm';

export interface NewHistory {
  taskId: string;
  /** What was done by itself is told under the event that caused it. */
  notificationId: string;
  steps: readonly HistoryStep[];
  now: Date;
}

const append = prepared(
  'task-history-append',
  `insert into task_history (task_id, sequence, notification_id, notification_type, party_id, at, changes)
   select $1, place + (select coalesce(max(sequence), 0) from task_history where task_id = $1), $2,
     step->>'notificationType', step->>'partyId', $3, step->'changes'
   from jsonb_array_elements($4::jsonb) with ordinality as given (step, place)`,
);

/** Adds entries to a task's history. The caller holds the task, so that they are numbered without a gap. */
export function appendHistory(tx: Transaction, { taskId, notificationId, steps, now }: NewHistory): void {
  tx.send(append, [taskId, notificationId, now, JSON.stringify(steps)]);
}

export interface HistoryRow {
  sequence: number;
  notification_id: string;
  notification_type: HistoryStep['notificationType'];
  party_id: string;
  at: Date;
  changes: FieldChange[];
  /** Whether it is what gave the task to the supplier who has it now. */
  is_handover: boolean;
}

/** A page of a task's history, oldest first, and one entry more; `sinceHandover` leaves out what was before it. */
export const listHistory = (
  db: Connection,
  taskId: string,
  { after, limit, sinceHandover }: { after: number; limit: number; sinceHandover: boolean },
): Promise<HistoryRow[]> =>
  db.rows<HistoryRow>(sql`
    select history.sequence, notification_id, notification_type, party_id, at, changes,
      history.sequence = handover.sequence as is_handover
    from task_history history, lateral (
      select coalesce(max(sequence), 0) as sequence from task_history
      where task_id = ${taskId} and notification_type = 'ReallocateTaskEvent') handover
    where task_id = ${taskId} and history.sequence > ${after}
      and (not ${sinceHandover}::boolean or history.sequence >= handover.sequence)
    order by history.sequence limit ${limit}`);
