import { stateAfter } from '../../kernel';
import { activityMachine, activityStateOf, movedTo } from '../activity';
import { checkClose, checkNotClosed, checkReport } from '../activity-guards';
import { upsertOutcomes } from '../arrays';
import { checkFileOwnership } from '../files';
import type { EffectsOf } from './effects';
import { supplierReschedule } from './supplier-reschedule';
import { touchActivities } from './touch-activities';

/** What a supplier's reports on the work make of its activities. */
export const activityEffects: EffectsOf<
  | 'UpdateTaskActivityWorkerEvent'
  | 'UpdateTaskActivityScheduleByWorkSupplierEvent'
  | 'UpdateTaskActivityStatusEvent'
  | 'UpdateTaskActivityFileAttachmentsEvent'
  | 'UpdateTaskActivityOutcomesEvent'
  | 'CloseTaskActivityEvent'
> = {
  UpdateTaskActivityWorkerEvent: (task, { activities }, { now }) =>
    touchActivities(task, activities, (activity, { worker }, path) => {
      const state = stateAfter(activityMachine, activityStateOf(activity), 'assign');
      const moved = state === activityStateOf(activity) ? activity : movedTo(activity, state, now);
      return { activity: { ...moved, worker }, faults: checkNotClosed(activity, path) };
    }),

  UpdateTaskActivityScheduleByWorkSupplierEvent: (task, { activities }, { now }) =>
    touchActivities(task, activities, (activity, { schedule }, path) =>
      supplierReschedule(activity, schedule, { workType: task.workType, now, path }),
    ),

  UpdateTaskActivityStatusEvent: (task, { activities }, { now }) =>
    touchActivities(task, activities, (activity, { status }, path) => {
      const state = `${status.category}/${status.state}` as const;
      const faults = checkReport(activity, state, path);
      return { activity: movedTo(activity, state as ReturnType<typeof activityStateOf>, now, status), faults };
    }),

  UpdateTaskActivityFileAttachmentsEvent: (task, { activities }, { partyId }) =>
    touchActivities(task, activities, (activity, { fileAttachments }, path) => ({
      activity: { ...activity, fileAttachments },
      faults: [
        ...checkNotClosed(activity, path),
        ...checkFileOwnership(activity.fileAttachments, fileAttachments, partyId, `${path}.fileAttachments`),
      ],
    })),

  UpdateTaskActivityOutcomesEvent: (task, { activities }) =>
    touchActivities(task, activities, (activity, { outcomes }, path) => ({
      activity: { ...activity, outcomes: upsertOutcomes(activity.outcomes, outcomes) },
      faults: checkNotClosed(activity, path),
    })),

  CloseTaskActivityEvent: (task, { activities }, { now }) =>
    touchActivities(task, activities, (activity, { status }, path) => ({
      activity: movedTo(activity, `Closed/${status.state}`, now, status),
      faults: checkClose(activity, status.state, path),
    })),
};
