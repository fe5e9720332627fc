import type { DateTime, EventType, TriggerName, WorkType } from '@switchyard/domain/wrm';
import { taskTypeOf, triggers } from '@switchyard/domain/wrm';

/** What makes the sandbox's data differ from one event to the next. */
export interface Moment {
  /** A text that no other event has. */
  unique: string;
  now: Date;
}

/** What a trigger is told, by its name; what is not told the playbook makes up. */
export interface TriggerBodies {
  CreateTask: {
    workType: WorkType;
    externalReference?: string;
    description?: string;
    site?: object;
    activities?: readonly object[];
    /** The supplier who asks; absent where the allocation rules are to find one. */
    workSupplierId?: string;
  };
  Reallocate: { taskId: string; workSupplierId: string };
  PutOnHold: { taskId: string; note?: string };
  Resume: { taskId: string; note?: string };
  Cancel: { taskId: string; note?: string };
  AddActivity: { taskId: string; activities?: readonly object[] };
  RequestCancelActivity: { taskId: string; activityId: string };
  RescheduleByRequestor: { taskId: string; activityId: string; schedule: object };
}

const DAYS = 14;

const latestEnd = (now: Date): DateTime => new Date(now.getTime() + DAYS * 86_400_000).toISOString();

const site = {
  address: { streetNumber: '12', street: 'Kauri Lane', suburb: 'Northcote', city: 'Auckland', postcode: '0627' },
  areaType: 'Urban',
  locations: [{ locationId: '300112233', locationIdType: 'TLC' }],
  contacts: [{ name: 'Aroha Example', role: 'SiteContact', mobileNumber: '+64210000000' }],
};

const firstActivity = (workType: WorkType, now: Date): object => ({
  externalReference: 'ACT-1',
  activityType: taskTypeOf(workType) === 'Fulfil' ? 'Install' : 'Repair',
  schedule: {
    siteVisitType: taskTypeOf(workType) === 'Fulfil' ? 'Install' : 'Repair',
    latestEnd: latestEnd(now),
    ...(workType === 'REMO' && { workDivision: 'Central' }),
  },
});

const verification = ({ unique, now }: Moment): object => ({
  externalReference: `ACT-${unique}`,
  activityType: 'Verification',
  schedule: { siteVisitType: 'Other', latestEnd: latestEnd(now) },
});

const noted = ({ taskId, note }: { taskId: string; note?: string }): object => ({
  id: taskId,
  ...(note !== undefined && { status: { note } }),
});

/** What the simulated requestor says of a task, for each trigger. */
const tasks: { [Name in TriggerName]: (said: TriggerBodies[Name], moment: Moment) => object } = {
  CreateTask: ({ workType, externalReference, description, activities, workSupplierId, ...given }, moment) => ({
    externalReference: externalReference ?? `SANDBOX-${moment.unique}`,
    taskType: taskTypeOf(workType),
    workType,
    ...(description !== undefined && { description }),
    ...(workSupplierId !== undefined && { allocation: { workSupplier: { id: workSupplierId } } }),
    site: given.site ?? site,
    activities: activities ?? [firstActivity(workType, moment.now)],
  }),
  Reallocate: ({ taskId, workSupplierId }) => ({ id: taskId, allocation: { workSupplier: { id: workSupplierId } } }),
  PutOnHold: noted,
  Resume: noted,
  Cancel: noted,
  AddActivity: ({ taskId, activities }, moment) => ({
    id: taskId,
    activities: activities ?? [verification(moment)],
  }),
  RequestCancelActivity: ({ taskId, activityId }) => ({ id: taskId, activities: [{ id: activityId }] }),
  RescheduleByRequestor: ({ taskId, activityId, schedule }) => ({
    id: taskId,
    activities: [{ id: activityId, schedule }],
  }),
};

/** The event that a trigger stands for, as its simulated poster sends it. */
export const eventOf = <Name extends TriggerName>(
  name: Name,
  said: TriggerBodies[Name],
  moment: Moment,
): { notificationType: EventType; task: object } => ({
  notificationType: triggers[name],
  task: tasks[name](said, moment),
});
