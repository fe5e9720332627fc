import type { DateTime, ValueOf } from '@switchyard/domain/wrm';
import { activityStates, enumerations } from '@switchyard/domain/wrm';
import type { PageRequest } from '../shared/paging';
import { pageIn } from '../shared/paging';
import { QueryReader } from '../shared/query';

type Category = ValueOf<'activityCategory'>;

/** What a list of tasks is narrowed to. */
export interface TaskFilters {
  /** Values that a column must have; undefined for any. */
  columns: Readonly<Record<TaskColumn, string | undefined>>;
  createdFrom: DateTime | undefined;
  createdTo: DateTime | undefined;
  updatedSince: DateTime | undefined;
  /** An activity that the task must have. */
  activity: { categories: readonly Category[]; state: string | undefined } | undefined;
}

type TaskColumn =
  | 'status'
  | 'substate'
  | 'task_type'
  | 'work_type'
  | 'supplier_id'
  | 'external_reference'
  | 'product_instance_id';

const sorts = ['createdDateTime', '-updatedDateTime'] as const;

export interface TasksQuestion {
  filters: TaskFilters;
  order: (typeof sorts)[number];
  page: PageRequest;
}

/** Reads what is asked of a list of tasks. Throws RequestRefused, 400, with every parameter that is wrong. */
export function readTasksQuestion(query: Readonly<Record<string, string | undefined>>): TasksQuestion {
  const { page, faults } = pageIn(query, 'instant');
  const reader = new QueryReader(query);
  const question: TasksQuestion = {
    filters: {
      columns: {
        status: reader.oneOf('status', enumerations.taskStatus),
        substate: reader.oneOf('substate', enumerations.taskSubstate),
        task_type: reader.oneOf('taskType', enumerations.taskType),
        work_type: reader.oneOf('workType', enumerations.workType),
        supplier_id: reader.text('workSupplierId'),
        external_reference: reader.text('externalReference'),
        product_instance_id: reader.text('productInstanceId'),
      },
      createdFrom: reader.instant('createdFrom'),
      createdTo: reader.instant('createdTo'),
      updatedSince: reader.instant('updatedSince'),
      activity: readActivity(reader),
    },
    order: reader.oneOf('sort', sorts) ?? 'createdDateTime',
    page,
  };
  reader.add(faults);
  reader.check();
  return question;
}

const stateNames = [...new Set(activityStates.map((state) => state.split('/')[1]!))];

/** A state alone says its phase, so that the index on both finds it. */
function readActivity(reader: QueryReader): TaskFilters['activity'] {
  const category = reader.oneOf('activityCategory', enumerations.activityCategory);
  const state = reader.oneOf('activityState', stateNames);
  if (category === undefined && state === undefined) return undefined;
  const fitting = enumerations.activityCategory.filter(
    (each) => state === undefined || activityStates.some((known) => known === `${each}/${state}`),
  );
  return { categories: category === undefined ? fitting : [category], state };
}
