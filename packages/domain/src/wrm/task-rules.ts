import type { Contact, Location } from './attributes';
import { isNamed } from './attributes';
import type { WorkType } from './enumerations';
import { taskTypeOf } from './enumerations';
import type { EventTasks } from './event-catalogue';
import type { CodedFault } from './faults';
import { fault, faultsWhen } from './faults';
import { checkFileOwnership } from './files';
import { serves } from './party';
import { checkNewSchedule } from './schedule-rules';
import type { WorkFacts } from './work-facts';

export type NewTask = EventTasks['CreateTaskEvent'];
export type NewActivity = NewTask['activities'][number];

/** What must be looked up before a task can be created. */
export interface NewTaskFacts extends WorkFacts {
  requestorId: string;
  /** Who is to do the work: named in the event, or found by the allocation rules; undefined when neither. */
  supplierId: string | undefined;
  /** An open task has the same type of task, type of work and product instance. */
  hasTwin: boolean;
  /** An open task of the same requestor has this external reference. */
  referenceInUse: boolean;
}

/** Everything that stands against the creation of a task, in the order of the published codes. */
export function checkNewTask(task: NewTask, facts: NewTaskFacts): CodedFault[] {
  return [
    ...faultsWhen(
      facts.hasTwin,
      fault('01013', 'task.product', 'duplicate', ['instanceId'], 'An active work request for this product exists.'),
    ),
    ...faultsWhen(
      facts.referenceInUse,
      fault('WRM-409-08', 'task', 'duplicate', ['externalReference'], 'externalReference is in use by an open task.'),
    ),
    ...checkAllocation(task, facts),
    ...checkNewActivities(task.activities, { ...facts, ...task }),
    ...checkTaskType(task),
    ...checkLocations(task.site.locations, task.workType),
    ...(task.site.contacts ?? []).flatMap((contact, index) => checkContact(contact, `task.site.contacts[${index}]`)),
    ...checkFileOwnership([], task.fileAttachments, facts.requestorId, 'task.fileAttachments'),
  ];
}

function checkAllocation({ allocation, workType }: NewTask, { supplierId, suppliers }: NewTaskFacts): CodedFault[] {
  const path = 'task.allocation.workSupplier';
  if (supplierId === undefined) {
    return [fault('01016', path, 'missing', ['id'], 'No work supplier is named, and no allocation rule fits.')];
  }
  const supplier = suppliers.get(supplierId);
  const named = allocation?.workSupplier === undefined ? 'The supplier that the rules name' : supplierId;
  return faultsWhen(
    supplier === undefined || !serves(supplier, workType),
    fault('01016', path, 'reference', ['id'], `${named} is not a work supplier for ${workType}.`),
  );
}

function checkTaskType({ taskType, workType }: NewTask): CodedFault[] {
  const fitting = taskTypeOf(workType);
  const message = `taskType must be ${fitting} when workType is ${workType}.`;
  return faultsWhen(taskType !== fitting, fault('01017', 'task', 'enum', ['taskType', 'workType'], message));
}

/** Fibre and REMO work is done at a place of type TLC. */
export function checkLocations(locations: readonly Location[], workType: WorkType): CodedFault[] {
  const needsTlc = workType === 'FibreConnect' || workType === 'REMO';
  const message = `At least one location of type TLC is required when workType is ${workType}.`;
  return faultsWhen(
    needsTlc && locations.every(({ locationIdType }) => locationIdType !== 'TLC'),
    fault('010120', 'task.site', 'missing', ['locations'], message),
  );
}

function checkContact(contact: Contact, path: string): CodedFault[] {
  const attributes = ['name', 'firstName', 'lastName'];
  const message = 'Either name, or both firstName and lastName are required.';
  return faultsWhen(!isNamed(contact), fault('010120', path, 'anyOf', attributes, message));
}

/** The task around activities that are created or added. */
export type ActivitySurroundings = Pick<NewTask, 'taskType' | 'workType'> &
  Pick<NewTaskFacts, 'requestorId' | 'supplierId'> &
  WorkFacts;

/** The rules of activities that are created or added. No two may take the same booking. */
export function checkNewActivities(activities: readonly NewActivity[], around: ActivitySurroundings): CodedFault[] {
  const bookings = activities.map(({ schedule }) => schedule.appointmentBookingId);
  return activities.flatMap(({ activityType, schedule, fileAttachments }, index) => {
    const path = `task.activities[${index}]`;
    const booking = bookings[index];
    return [
      ...faultsWhen(
        !around.activityTypes.has(activityType),
        fault('01017', path, 'reference', ['activityType'], `There is no activity type ${activityType}.`),
      ),
      ...checkNewSchedule(schedule, { ...around, facts: around }, `${path}.schedule`),
      ...faultsWhen(
        booking !== undefined && bookings.indexOf(booking) !== index,
        fault(
          'WRM-422-06',
          `${path}.schedule`,
          'duplicate',
          ['appointmentBookingId'],
          `Booking ${booking} is named twice.`,
        ),
      ),
      ...checkFileOwnership([], fileAttachments ?? [], around.requestorId, `${path}.fileAttachments`),
    ];
  });
}
