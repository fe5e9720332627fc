import type { Connection, Sql } from '@switchyard/db';
import { all, literal, sql } from '@switchyard/db';
import type { Task, TaskFilters } from '@switchyard/domain/wrm';
import { activityStates, enumerations } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { tasksInSight } from '../shared/sight';

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
export function listTasks(
  db: Connection,
  caller: Caller,
  filters: TaskFilters,
  { limit, after }: PageRequest,
): Promise<ListedTaskRow[]> {
  const order = orders[filters.sort];
  const beyond = after ? [order.after(new Date(after.key), after.id)] : [];
  const conditions = all([tasksInSight(caller), ...conditionsOf(filters), ...beyond]);
  return db.rows<ListedTaskRow>(
    sql`select ${columns} from task where ${conditions} order by ${order.sortedBy} limit ${limit + 1}`,
  );
}

/** What a row is sorted by. */
export const sortKeyOf = ({ sort }: TaskFilters, row: ListedTaskRow): Date =>
  sort === 'createdDateTime' ? row.created_at : row.updated_at;

const orders: Record<TaskFilters['sort'], { sortedBy: Sql; after(at: Date, id: string): Sql }> = {
  createdDateTime: {
    sortedBy: literal('task.created_at, task.id'),
    after: (at, id) => sql`(task.created_at, task.id) > (${at}, ${id})`,
  },
  '-updatedDateTime': {
    sortedBy: literal('task.updated_at desc, task.id desc'),
    after: (at, id) => sql`(task.updated_at, task.id) < (${at}, ${id})`,
  },
};

/** The filters that ask for the value of a column. */
const columnsOf = {
  status: literal('task.status'),
  substate: literal('task.substate'),
  taskType: literal('task.task_type'),
  workType: literal('task.work_type'),
  workSupplierId: literal('task.supplier_id'),
  externalReference: literal('task.external_reference'),
  productInstanceId: literal('task.product_instance_id'),
} as const satisfies Partial<Record<keyof TaskFilters, Sql>>;

/** A condition for each filter; what is absent narrows nothing. */
function conditionsOf(filters: TaskFilters): Sql[] {
  const { createdFrom, createdTo, updatedSince, activityCategory, activityState } = filters;
  return [
    ...Object.entries(columnsOf).flatMap(([name, column]) => {
      const value = filters[name as keyof typeof columnsOf];
      return value === undefined ? [] : [sql`${column} = ${value}`];
    }),
    ...(createdFrom ? [sql`task.created_at >= ${createdFrom}`] : []),
    ...(createdTo ? [sql`task.created_at < ${createdTo}`] : []),
    ...(updatedSince ? [sql`task.updated_at >= ${updatedSince}`] : []),
    ...(activityCategory || activityState ? [hasActivity(filters)] : []),
  ];
}

/** A state alone says its phase, so that the index on both finds it. */
function hasActivity({ activityCategory, activityState: state }: TaskFilters): Sql {
  const fitting = enumerations.activityCategory.filter(
    (each) => state === undefined || activityStates.some((known) => known === `${each}/${state}`),
  );
  const categories = activityCategory ? [activityCategory] : fitting;
  const inState = state === undefined ? literal('true') : sql`state = ${state}`;
  return sql`exists (
    select from activity where activity.task_id = task.id and category = any(${categories}) and ${inState})`;
}
