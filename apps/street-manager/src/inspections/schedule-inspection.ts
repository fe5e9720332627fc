import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { InspectionCategory, InspectionType, ScheduledInspectionRequest } from '@switchyard/domain/street-manager';
import { scheduleInspection } from '@switchyard/domain/street-manager';
import { recordEvents, recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import { mayWrite } from '../shared/parties';
import { searchText } from '../shared/search';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { scheduleOf } from './repository';
import { scheduledInspections } from './row';

const remove = prepared('unschedule', 'delete from scheduled_inspection where work_reference = $1');

/** An inspection to come. */
export interface InspectionToCome {
  type: InspectionType;
  category: InspectionCategory | null;
  date: Date;
  dateTime: Date | null;
}

/** Schedules an inspection of a work. Throws PreconditionFailed while there is one. */
export async function schedule(act: Act, reference: string, request: ScheduledInspectionRequest): Promise<void> {
  const work = await lockWork(act.tx, reference);
  mayWrite(act.caller, work);
  await addToSchedule(act, work, {
    type: request.scheduled_inspection_type!,
    category: request.scheduled_inspection_category ?? null,
    date: instant(request.scheduled_inspection_date)!,
    dateTime: instant(request.scheduled_inspection_date_time),
  });
}

/**
 * Puts an inspection on the schedule of a work that the caller has locked or just created, and into its history. Throws
 * PreconditionFailed while there is one.
 */
export async function addToSchedule(act: Act, work: WorkRow, toCome: InspectionToCome): Promise<void> {
  const { events } = scheduleInspection(await scheduleOf(act.tx, work.reference));
  placeOnSchedule(act, work, toCome);
  recordEvents(act, work, events);
}

/** Makes this the inspection to come of a work that the caller has locked, in the place of any other. */
export function placeOnSchedule({ tx, now }: Pick<Act, 'tx' | 'now'>, work: WorkRow, toCome: InspectionToCome): void {
  clearSchedule(tx, work.reference);
  scheduledInspections.insert(tx, {
    work_reference: work.reference,
    type: toCome.type,
    category: toCome.category,
    date: toCome.date,
    date_time: toCome.dateTime,
    date_created: now,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
    search: searchText([work.reference], work),
  });
}

/** Takes away the inspection to come, if there is one. */
export const clearSchedule = (tx: Act['tx'], work: string): void => tx.send(remove, [work]);

/** Cancels the inspection to come. Throws NotFound where there is none. */
export async function unschedule(act: Act, reference: string): Promise<void> {
  const { tx, caller } = act;
  const work = await lockWork(tx, reference);
  if ((await scheduleOf(tx, work.reference)) === 'free') throw new NotFound('scheduled inspection', reference);
  mayWrite(caller, work);
  clearSchedule(tx, work.reference);
  recordHistory(act, work, [{ event: 'scheduled_inspection_cancelled' }]);
}
