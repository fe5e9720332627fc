import { stateAfter } from '../../kernel';
import type { Activity } from '../activity';
import { activityMachine, activityStateOf, isClosed, movedTo } from '../activity';
import type { DateTime } from '../date-time';
import type { CodedFault } from '../faults';
import { fault, faultsWhen } from '../faults';
import { serves } from '../party';
import { namesAnotherTask } from '../references';
import type { Task } from '../task';
import { inState } from '../task';
import { checkTrigger } from '../task-guards';
import type { EffectsOf } from './effects';

/** How a task comes to a supplier, and what the supplier says to it. */
export const allocationEffects: EffectsOf<'ReallocateTaskEvent' | 'AcceptTaskEvent' | 'RejectTaskEvent'> = {
  AcceptTaskEvent: (task, { allocation }, { now }) => ({
    task: {
      ...inState(task, 'InProgress', now),
      allocation: { ...task.allocation, ...allocation, respondedDateTime: now },
      activities: task.activities.map((activity) => moveBy(activity, 'accept', now)),
    },
    faults: checkTrigger(task, 'accept'),
  }),

  RejectTaskEvent: (task, { allocation }, { now }) => ({
    task: {
      ...inState(task, 'Allocation/Rejected', now),
      allocation: { ...task.allocation, ...allocation, respondedDateTime: now },
      activities: task.activities.map((activity) => moveBy(activity, 'restart', now)),
    },
    faults: [...checkTrigger(task, 'reject'), ...checkOtherTask(task, allocation)],
  }),

  ReallocateTaskEvent: (task, { allocation }, { now, facts }) => {
    const supplier = facts.suppliers.get(allocation.workSupplier.id);
    const open = task.activities.filter((activity) => !isClosed(activity));
    return {
      task: {
        ...inState(task, 'Allocation/Sent', now),
        allocation: {
          workSupplier: { id: allocation.workSupplier.id, name: supplier?.name ?? '' },
          supplierAccepted: null,
          ...(allocation.note !== undefined && { note: allocation.note }),
          allocatedDateTime: now,
        },
        activities: task.activities.map((activity) => (isClosed(activity) ? activity : handedBack(activity, now))),
      },
      faults: [
        ...checkTrigger(task, 'reallocate'),
        ...checkOtherSupplier(task, allocation.workSupplier.id),
        ...faultsWhen(
          supplier === undefined || !serves(supplier, task.workType),
          fault('01016', workSupplier, 'reference', ['id'], `There is no such work supplier for ${task.workType}.`),
        ),
      ],
      cancelledBookings: open.flatMap(({ schedule }) => schedule.appointmentBookingId ?? []),
    };
  },
};

const workSupplier = 'task.allocation.workSupplier';

const moveBy = (activity: Activity, trigger: 'accept' | 'restart', now: DateTime): Activity => {
  const state = activityStateOf(activity);
  const next = stateAfter(activityMachine, state, trigger);
  return next === state ? activity : movedTo(activity, next, now);
};

/** Nothing of the old supplier stays: neither its worker nor its times, nor its schedule and the booking on it. */
function handedBack(activity: Activity, now: DateTime): Activity {
  const {
    appointmentTime: _appointmentTime,
    scheduledStart: _scheduledStart,
    scheduledEnd: _scheduledEnd,
    scheduleId: _scheduleId,
    externalScheduleReference: _externalScheduleReference,
    appointmentBookingId: _appointmentBookingId,
    ...schedule
  } = activity.schedule;
  return { ...moveBy(activity, 'restart', now), worker: null, schedule };
}

function checkOtherSupplier({ allocation }: Task, supplierId: string): CodedFault[] {
  return faultsWhen(
    allocation.workSupplier.id === supplierId,
    fault('WRM-422-05', workSupplier, 'duplicate', ['id'], 'The task is allocated to this work supplier already.'),
  );
}

interface Rejection {
  rejectReason: string;
  rejectNote?: string;
}

/** Whoever rejects a duplicate says of which task; whether that exists is not asked, it may be in another system. */
function checkOtherTask({ id }: Task, { rejectReason, rejectNote = '' }: Rejection): CodedFault[] {
  return faultsWhen(
    rejectReason === 'Duplicate' && !namesAnotherTask(rejectNote, id),
    fault(
      'WRM-422-03',
      'task.allocation',
      'reference',
      ['rejectNote'],
      'rejectNote must contain the id of the other task.',
    ),
  );
}
