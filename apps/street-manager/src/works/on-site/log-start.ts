import type { RevertRequest, StartRequest } from '@switchyard/domain/street-manager';
import { checkStart, refuseRequest, revertStart, startWork } from '@switchyard/domain/street-manager';
import { applyOutcome } from '../../permits/apply-outcome';
import type { Act } from '../../shared/deps';
import { slideBack, slideOnStart } from './slide';
import { takeOnSite } from './take-on-site';

/** Logs the start of the active permit: the work is in progress, and the end of a late start may slide. */
export async function logStart(act: Act, reference: string, request: StartRequest): Promise<void> {
  const { work, permit, known } = await takeOnSite(act, reference);
  refuseRequest(checkStart(request, { now: act.now, proposedStart: permit.proposed_start_date }));
  const outcome = startWork(known.facts, act.config.pmrAlterations);
  const start = new Date(request.actual_start_date!);
  const slide = slideOnStart(act.calendar, permit, start);
  applyOutcome(act, work, permit, known, outcome, {
    changes: { actual_start_date: start, ...slide.permit },
    work: { start_date: start, start_time: start, ...slide.work },
  });
}

/** Takes a logged start back: the work is planned again, as if it had never begun. */
export async function takeStartBack(act: Act, reference: string, request: RevertRequest): Promise<void> {
  const { work, permit, known } = await takeOnSite(act, reference);
  const outcome = revertStart(known.facts);
  const slide = slideBack(permit);
  applyOutcome(act, work, permit, known, outcome, {
    details: request.revert_reason,
    changes: { actual_start_date: null, excavation_carried_out: permit.content.excavation!, ...slide.permit },
    work: { start_date: permit.proposed_start_date, start_time: permit.proposed_start_time, ...slide.work },
  });
}
