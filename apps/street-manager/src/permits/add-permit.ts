import { prepared } from '@switchyard/db';
import type { Violation } from '@switchyard/domain';
import { addPermit, checkPermitApplication, refuseRequest } from '@switchyard/domain/street-manager';
import type { ForwardPlanStatus, PermitAddition, PermitApplication } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { findStreet } from '../streets/gazetteer';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { workstreamFor } from '../works/workstream-of-permits';
import { timingOf } from './application';
import { changeWork } from './apply-outcome';
import { leaveDefaultWorkstream } from './leave-default-workstream';
import { earlierPermits, findPermit } from './repository';
import type { PermitRow } from './row';
import { permitTable } from './row';
import { submitNewPermit } from './submit-permit';

const livePlan = prepared<{ status: ForwardPlanStatus }>(
  'live-forward-plan',
  `select status from forward_plan where work_reference = $1 and status = 'raised'`,
);
const progressPlan = prepared(
  'progress-forward-plan',
  `update forward_plan set status = 'progressed' where work_reference = $1 and status = 'raised'`,
);

/** What the request alone decides, before its work is known. */
export const rulesForPermit = (request: PermitApplication, now: Date): Violation[] =>
  checkPermitApplication(request, { now, promoterSwaCode: undefined, earlyStart: null });

/**
 * Adds a permit to a work that has none, whose permits are over, or whose advance authorisation it progresses. Place,
 * parties and street are those of the work.
 */
export async function addPermitToWork(
  act: Act,
  workReference: string,
  request: PermitApplication,
): Promise<{ permit_reference_number: string }> {
  const { tx, now, calendar, caller } = act;
  const work = await lockWork(tx, workReference);
  mayWrite(caller, work);
  const [earlier, active, plan, street] = await Promise.all([
    earlierPermits(tx, work.reference),
    work.active_permit === null ? null : findPermit(tx, work.reference, work.active_permit),
    tx.first(livePlan, [work.reference]),
    findStreet(tx, work.usrn),
  ]);
  const { category, isEarlyStart: earlyStart } = timingOf(request, { calendar, at: now, earlier });
  refuseRequest(checkPermitApplication(request, { now, promoterSwaCode: work.promoter, earlyStart }));
  const addition = addPermit(
    {
      workStatus: work.status,
      activePermit: active && { category: active.work_category, status: active.status },
      forwardPlan: plan?.status ?? null,
    },
    category,
  );
  const permit = await submitNewPermit(act, makeWay(act, work, request, addition), contentOn(work, active, request), {
    designations: street?.designations ?? [],
    earlier,
    workStatus: addition.workStatus,
    progressed: addition.paaStatus && active && progress(act, active, addition.paaStatus),
  });
  return { permit_reference_number: permit };
}

/** The work as it is once a permit comes to it. */
function makeWay(act: Act, work: WorkRow, request: PermitApplication, addition: PermitAddition): WorkRow {
  const { tx } = act;
  const first = addition.kind === 'first';
  const workstream = first ? workstreamFor(act, work.promoter, request.workstream_prefix) : work.workstream;
  changeWork(act, work, { status: addition.workStatus, workstream });
  if (first) leaveDefaultWorkstream(tx, work.reference, workstream);
  if (addition.forwardPlanStatus) tx.send(progressPlan, [work.reference]);
  return { ...work, workstream };
}

/** The advance authorisation has done its part; the time that was left to answer it, its major permit inherits. */
function progress(
  { tx, now }: Act,
  paa: PermitRow,
  status: 'progressed',
): { reference: string; deadline: Date | null } {
  permitTable.change(tx, paa.reference, { status, date_modified: now, status_changed_date: now });
  return { reference: paa.reference, deadline: paa.status === 'submitted' ? paa.deadline_date : null };
}

/** What was asked for, with what a further permit cannot change: the place, and the streets that HS2 added. */
const contentOn = (work: WorkRow, active: PermitRow | null, request: PermitApplication): PermitApplication => ({
  ...request,
  works_coordinates: work.coordinates,
  ...(active && { hs2_additional_usrns: active.hs2_additional_usrns }),
});
