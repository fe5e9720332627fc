import type { InspectionRequest } from '@switchyard/domain/street-manager';
import {
  checkInspection,
  inspectionEvents,
  inspectionReference,
  refuseRequest,
  reinspectionKind,
  scheduleAfterInspection,
} from '@switchyard/domain/street-manager';
import { linkFiles } from '../files/link-files';
import { recordHistory } from '../history/record';
import { completeSample, raiseCount } from '../sample-inspections/progress';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import { mayWrite } from '../shared/parties';
import { searchText } from '../shared/search';
import { withoutNulls } from '../shared/wire';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';
import { scheduleOf, siteNumbersOf } from './repository';
import type { InspectionRow, StoredInspection } from './row';
import { inspections } from './row';
import { clearSchedule, placeOnSchedule } from './schedule-inspection';

/** The authority records an inspection of a work, whatever its status. Gives the inspection's reference. */
export async function inspectWork(act: Act, reference: string, request: InspectionRequest): Promise<string> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, reference);
  mayWrite(caller, work);
  refuseRequest(checkInspection(request, { now, siteNumbers: await siteNumbersOf(tx, work.reference) }));
  return recordInspection(act, work, request);
}

/**
 * Records an inspection of a work that the caller has locked or just created: whatever was scheduled is done with, and
 * samples follow. The request keeps the rules. Gives the inspection's reference.
 */
export async function recordInspection(act: Act, work: WorkRow, request: InspectionRequest): Promise<string> {
  const { tx } = act;
  const number = work.inspection_count + 1;
  const reference = inspectionReference(work.reference, number);
  const category = request.inspection_category ?? null;
  const [current, target] = await Promise.all([scheduleOf(tx, work.reference), raiseCount(tx, work, category)]);
  inspections.insert(tx, rowOf(act, work, request, { reference, number, target }));
  workTable.change(tx, work.reference, { inspection_count: number });
  const completed = await completeSample(tx, work, category, reference);
  const reinspection = instant(request.reinspection_date);
  const { events } = scheduleAfterInspection(current, { reinspection: reinspection !== null });
  if (reinspection) {
    const kind = reinspectionKind(request, { type: request.inspection_type!, category });
    placeOnSchedule(act, work, { ...kind, date: reinspection, dateTime: instant(request.reinspection_date_time) });
  } else {
    clearSchedule(tx, work.reference);
  }
  await linkFiles(act, request.file_ids, { kind: 'inspection', reference, work: work.reference });
  recordHistory(act, work, [
    { event: inspectionEvents[request.inspection_outcome!], object: reference },
    ...completed,
    ...events.map((event) => ({ event })),
  ]);
  return reference;
}

interface Numbered {
  reference: string;
  number: number;
  target: string | null;
}

function rowOf(
  { now }: Act,
  work: WorkRow,
  request: InspectionRequest,
  { reference, number, target }: Numbered,
): InspectionRow {
  return {
    reference,
    work_reference: work.reference,
    number,
    type: request.inspection_type!,
    category: request.inspection_category ?? null,
    outcome: request.inspection_outcome!,
    status: 'recorded',
    start_date: instant(request.inspection_start_date)!,
    content: contentOf(request),
    made_safe_by_ha: request.made_safe_by_ha ?? null,
    withdrawal_reason: null,
    withdrawal_details: null,
    target_reference: target,
    date_created: now,
    date_modified: now,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
    search: searchText([work.reference], work),
  };
}

const contentOf = (request: InspectionRequest): StoredInspection =>
  withoutNulls({
    username: request.username,
    inspector_name: request.inspector_name,
    failure_reason_details: request.failure_reason_details,
    inspection_outcome_details: request.inspection_outcome_details,
    was_call_logged: request.was_call_logged,
    call_logged_to: request.call_logged_to,
    call_logged_reference: request.call_logged_reference,
    call_logged_summary: request.call_logged_summary,
    defect_fixed_on_site: request.defect_fixed_on_site,
    additional_comments: request.additional_comments,
    inspection_evidence: request.inspection_evidence,
    reinspection_date: request.reinspection_date,
    reinspection_date_time: request.reinspection_date_time,
  }) as unknown as StoredInspection;
