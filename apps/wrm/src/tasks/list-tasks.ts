import type { Connection, Sql } from '@switchyard/db';
import { all, literal, sql } from '@switchyard/db';
import type { Task } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import { tasksInSight } from '../shared/sight';
import type { TaskFilters, TasksQuestion } from './list-query';

/** An activity in a list. */
export interface ListedActivity {
  id: string;
  externalReference: string;
  activityType: string;
  category: Task['activities'][number]['status']['category'];
  state: string;
}

export interface ListedTaskRow {
  id: string;
  created_at: Date;
  updated_at: Date;
  details: Omit<Task, 'requestorId' | 'activities'>;
  activities: ListedActivity[];
}

const columns = literal(`task.id, task.created_at, task.updated_at, task.details, (
  select coalesce(jsonb_agg(jsonb_build_object('id', activity.id, 'externalReference', activity.external_reference,
    'activityType', activity.details->'activityType', 'category', category, 'state', state) order by number), '[]')
  from activity where activity.task_id = task.id) as activities`);

/** A page of the tasks in the caller's sight, and one more, with their activities in short: in one statement. */
export function listTasks(db: Connection, caller: Caller, question: TasksQuestion): Promise<ListedTaskRow[]> {
  const { filters, order, page } = question;
  const { sortedBy, after } = orders[order];
  const conditions = [
    tasksInSight(caller),
    ...conditionsOf(filters),
    ...(page.after ? [after(new Date(page.after.key), page.after.id)] : []),
  ];
  return db.rows<ListedTaskRow>(
    sql`select ${columns} from task where ${all(conditions)} order by ${sortedBy} limit ${page.limit + 1}`,
  );
}

const orders: Record<TasksQuestion['order'], { sortedBy: Sql; after(at: Date, id: string): Sql }> = {
  createdDateTime: {
    sortedBy: literal('task.created_at, task.id'),
    after: (at, id) => sql`(task.created_at, task.id) > (${at}, ${id})`,
  },
  '-updatedDateTime': {
    sortedBy: literal('task.updated_at desc, task.id desc'),
    after: (at, id) => sql`(task.updated_at, task.id) < (${at}, ${id})`,
  },
};

/** A condition for each filter; what is absent narrows nothing. */
function conditionsOf({ columns: given, createdFrom, createdTo, updatedSince, activity }: TaskFilters): Sql[] {
  return [
    ...Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => sql`${literal(`task.${column}`)} = ${value}`),
    ...(createdFrom ? [sql`task.created_at >= ${createdFrom}`] : []),
    ...(createdTo ? [sql`task.created_at < ${createdTo}`] : []),
    ...(updatedSince ? [sql`task.updated_at >= ${updatedSince}`] : []),
    ...(activity ? [hasActivity(activity)] : []),
  ];
}

const hasActivity = ({ categories, state }: NonNullable<TaskFilters['activity']>): Sql => sql`exists (
  select from activity where activity.task_id = task.id and category = any(${categories})
    and ${state === undefined ? literal('true') : sql`state = ${state}`})`;
