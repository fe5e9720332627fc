import type { Transaction } from '@switchyard/db';
import { Forbidden } from '@switchyard/domain';
import type { CodedFault, NewCapacitySchedule } from '@switchyard/domain/wrm';
import { capacityScheduleChange, newCapacitySchedule, refuseFaults, serves } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import { findCampaigns } from '../campaigns/repository';
import type { Config } from '../config';
import { findParties } from '../parties/repository';
import { readBody } from '../shared/read-body';
import { refuseExisting, unsuitable } from '../shared/refusals';
import { getSchedule, insertSchedule, lockSchedule, saveSchedule } from './repository';
import type { StoredSchedule } from './row';

interface Keeping {
  tx: Transaction;
  caller: Caller;
  body: unknown;
  now: Date;
}

/** Makes a schedule. A work supplier makes them for itself alone. */
export async function createSchedule({ tx, caller, body, now }: Keeping, config: Config): Promise<StoredSchedule> {
  const schedule = readBody(newCapacitySchedule, body, 'schedule', config);
  if (caller.role === 'supplier' && schedule.workSupplierId !== caller.partyId) {
    throw new Forbidden('A work supplier keeps its own schedules alone.');
  }
  refuseFaults(await checkSchedule(tx, schedule));
  if (!(await insertSchedule(tx, schedule, now))) refuseExisting('schedule', 'scheduleId', schedule.scheduleId);
  return getSchedule(tx, caller, schedule.scheduleId);
}

/** Changes a schedule of the caller's; its bookings stay as they are. */
export async function changeSchedule(
  { tx, caller, body }: Keeping,
  scheduleId: string,
  config: Config,
): Promise<StoredSchedule> {
  const change = readBody(capacityScheduleChange, body, 'schedule', config);
  const before = await lockSchedule(tx, caller, scheduleId);
  const changed = { ...before, ...change, campaignId: kept(change.campaignId, before.campaignId) };
  refuseFaults(await checkSchedule(tx, changed));
  saveSchedule(tx, changed);
  return changed;
}

/** What is absent stays, and null clears. */
const kept = (given: string | null | undefined, before: string | undefined): string | undefined =>
  given === undefined ? before : (given ?? undefined);

type Judged = Pick<NewCapacitySchedule, 'workSupplierId'> & Pick<StoredSchedule, 'workTypes' | 'campaignId'>;

/** Its supplier does all of the work, and its campaign is one of the same supplier. */
async function checkSchedule(
  tx: Transaction,
  { workSupplierId, workTypes, campaignId }: Judged,
): Promise<CodedFault[]> {
  const [[supplier], [campaign]] = await Promise.all([
    findParties(tx, [workSupplierId]),
    findCampaigns(tx, campaignId === undefined ? [] : [campaignId]),
  ]);
  const isSupplier = supplier?.role === 'supplier';
  const foreign = workTypes.filter((workType) => isSupplier && !serves(supplier, workType));
  return [
    ...(isSupplier ? [] : [unsuitable('schedule', 'workSupplierId', `${workSupplierId} is not a work supplier.`)]),
    ...(foreign.length === 0
      ? []
      : [unsuitable('schedule', 'workTypes', `${workSupplierId} does no ${foreign.join(', ')}.`)]),
    ...(campaignId === undefined || campaign?.workSupplierId === workSupplierId
      ? []
      : [unsuitable('schedule', 'campaignId', `${workSupplierId} has no campaign ${campaignId}.`)]),
  ];
}
