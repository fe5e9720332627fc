import type { Connection, Transaction } from '@switchyard/db';
import { literal, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Task } from '@switchyard/domain/wrm';
import { taskIdOf } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import { tasksInSight } from '../shared/sight';
import type { TaskRow } from './row';
import { activityRecord, taskRecord, toTask } from './row';

const columns = literal(`task.id, task.requestor_id, task.details, coalesce((
  select jsonb_agg(a.details order by a.number) from activity a where a.task_id = task.id), '[]') as activities`);

/** A task in the caller's sight. Throws NotFound, for one that is out of sight too. */
export async function getTask(db: Connection, caller: Caller, id: string): Promise<Task> {
  const row = await db.first<TaskRow>(
    sql`select ${columns} from task where task.id = ${id} and ${tasksInSight(caller)}`,
  );
  if (!row) throw new NotFound('task', id);
  return toTask(row);
}

const lock = prepared('task-lock', 'select from task where id = $1 for update');

/**
 * As `getTask`, and holds the row until the request commits, so that two events cannot both leave the same state. Both
 * statements travel together; the second sees what the holder before has committed.
 */
export async function lockTask(tx: Transaction, caller: Caller, id: string): Promise<Task> {
  const [, task] = await Promise.all([tx.rows(lock, [id]), getTask(tx, caller, id)]);
  return task;
}

const nextNumber = prepared<{ number: string }>('task-number', `select nextval('task_number') as number`);

/** An id that no other task has; one that is not used leaves a gap. */
export async function nextTaskId(db: Connection): Promise<string> {
  return taskIdOf(Number((await db.first(nextNumber))!.number));
}

const upsertTask = prepared(
  'task-upsert',
  `insert into task select * from jsonb_populate_record(null::task, $1::jsonb)
   on conflict (id) do update set supplier_id = excluded.supplier_id, status = excluded.status,
     substate = excluded.substate, details = excluded.details, version = excluded.version,
     updated_at = excluded.updated_at, closed_at = excluded.closed_at`,
);
const upsertActivities = prepared(
  'activities-upsert',
  `insert into activity select * from jsonb_populate_recordset(null::activity, $1::jsonb)
   on conflict (id) do update set category = excluded.category, state = excluded.state,
     booking_id = excluded.booking_id, details = excluded.details`,
);

/** Stores a task with its activities, new or changed. The caller holds its row. */
export function saveTask(tx: Transaction, task: Task): void {
  const activities = task.activities.map((activity, index) => activityRecord(task.id, activity, index + 1));
  tx.send(upsertTask, [JSON.stringify(taskRecord(task))]);
  tx.send(upsertActivities, [JSON.stringify(activities)]);
}
