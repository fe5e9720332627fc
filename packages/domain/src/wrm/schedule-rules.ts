import type { NewSchedule } from './attributes';
import type { TaskType, WorkType } from './enumerations';
import type { CodedFault } from './faults';
import { fault, faultsWhen } from './faults';
import type { WorkFacts } from './work-facts';

/** The task that a schedule belongs to, as far as its rules look at it. */
export interface Surroundings {
  taskType: TaskType;
  workType: WorkType;
  requestorId: string;
  /** Undefined when no supplier could be found. */
  supplierId: string | undefined;
  facts: WorkFacts;
  /** The activity whose booking may be linked already. */
  activityId?: string;
}

type Given = Partial<Omit<NewSchedule, 'appointmentTime'>>;

/** The rules of the schedule of a new activity, all faults together. */
export function checkNewSchedule(schedule: NewSchedule, around: Surroundings, path: string): CodedFault[] {
  return [
    ...faultsWhen(
      schedule.appointmentTime !== undefined && schedule.scheduleId === undefined,
      fault('01014', path, 'missing', ['scheduleId'], 'scheduleId is required when appointmentTime is given.'),
    ),
    ...checkReferences(schedule, around, path),
    ...checkWindow(schedule, around.taskType, path),
    ...checkWorkTypeAttributes(schedule, around.workType, path),
  ];
}

/** The rules of what a schedule points at: its campaign, its capacity and its booking. */
export function checkReferences(schedule: Given, around: Surroundings, path: string): CodedFault[] {
  return [
    ...checkSchedule(schedule, around, path),
    ...checkCampaign(schedule, around, path),
    ...checkBooking(schedule, around, path),
  ];
}

function checkSchedule({ scheduleId }: Given, { facts, supplierId }: Surroundings, path: string): CodedFault[] {
  if (scheduleId === undefined) return [];
  const known = facts.schedules.get(scheduleId);
  if (!known) return [fault('01018', path, 'reference', ['scheduleId'], `There is no schedule ${scheduleId}.`)];
  return faultsWhen(
    supplierId !== undefined && known.workSupplierId !== supplierId,
    fault('01016', path, 'reference', ['scheduleId'], `Schedule ${scheduleId} is not of the allocated work supplier.`),
  );
}

function checkCampaign({ campaignId, scheduleId }: Given, { facts }: Surroundings, path: string): CodedFault[] {
  if (campaignId === undefined) return [];
  if (!facts.campaigns.has(campaignId)) {
    return [fault('01015', path, 'reference', ['campaignId'], `There is no campaign ${campaignId}.`)];
  }
  const schedule = facts.schedules.get(scheduleId ?? '');
  return faultsWhen(
    schedule !== undefined && schedule.campaignId !== campaignId,
    fault(
      '01015',
      path,
      'reference',
      ['campaignId', 'scheduleId'],
      `Schedule ${scheduleId} does not belong to campaign ${campaignId}.`,
    ),
  );
}

/** A booking serves one activity, on a schedule of the supplier who does the work. */
function checkBooking(schedule: Given, around: Surroundings, path: string): CodedFault[] {
  const { appointmentBookingId: bookingId, scheduleId } = schedule;
  if (bookingId === undefined) return [];
  const booking = around.facts.bookings.get(bookingId);
  const parties = [around.requestorId, around.supplierId];
  const usable =
    booking !== undefined &&
    (booking.state === 'Reserved' || booking.state === 'Confirmed') &&
    (around.supplierId === undefined || booking.workSupplierId === around.supplierId) &&
    parties.includes(booking.reservedByPartyId) &&
    (scheduleId === undefined || booking.scheduleId === scheduleId) &&
    (booking.activityId === undefined || booking.activityId === around.activityId);
  const message =
    `Booking ${bookingId} must be reserved or confirmed on the schedule of the allocated work supplier ` +
    'and serve no other activity.';
  return faultsWhen(!usable, fault('WRM-422-06', path, 'reference', ['appointmentBookingId'], message));
}

/** One end of the window, and not both; a fulfilment whose appointment is set needs none. */
function checkWindow(schedule: NewSchedule, taskType: TaskType, path: string): CodedFault[] {
  const { earliestStart, latestEnd, appointmentTime } = schedule;
  const ends = [earliestStart, latestEnd].filter((end) => end !== undefined).length;
  const mayOmit = taskType === 'Fulfil' && appointmentTime !== undefined;
  const message = 'Exactly one of earliestStart and latestEnd is required.';
  return faultsWhen(
    ends === 2 || (ends === 0 && !mayOmit),
    fault('010120', path, 'anyOf', ['earliestStart', 'latestEnd'], message),
  );
}

/** REMO says its division; area, class and equipment belong to the other three assurance types. */
export function checkWorkTypeAttributes(schedule: Given, workType: WorkType, path: string): CodedFault[] {
  const foreign = Object.entries(carriers)
    .filter(([name, types]) => schedule[name as keyof typeof carriers] !== undefined && !types.includes(workType))
    .map(([name]) => name);
  return [
    ...faultsWhen(
      workType === 'REMO' && schedule.workDivision === undefined,
      fault('WRM-422-07', path, 'missing', ['workDivision'], 'workDivision is required when workType is REMO.'),
    ),
    ...faultsWhen(
      foreign.length > 0,
      fault('WRM-422-07', path, 'additionalProperties', foreign, `${foreign.join(', ')} cannot go with ${workType}.`),
    ),
  ];
}

const carriers: Record<'workDivision' | 'areaSite' | 'classOfWork' | 'equipmentType', readonly WorkType[]> = {
  workDivision: ['REMO'],
  areaSite: ['REMI', 'REMS', 'PRM'],
  classOfWork: ['REMI', 'REMS', 'PRM'],
  equipmentType: ['REMI', 'REMS', 'PRM'],
};
