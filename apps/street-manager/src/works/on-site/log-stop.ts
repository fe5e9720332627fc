import type { RevertRequest, StopRequest } from '@switchyard/domain/street-manager';
import { checkStop, refuseRequest, revertStop, stopWork } from '@switchyard/domain/street-manager';
import { applyOutcome } from '../../permits/apply-outcome';
import type { Act } from '../../shared/deps';
import { takeOnSite } from './take-on-site';

/** Logs the stop: the permit is closed, the work completed, and an alteration that awaited its answer is cancelled. */
export async function logStop(act: Act, reference: string, request: StopRequest): Promise<void> {
  const { work, permit, known } = await takeOnSite(act, reference);
  refuseRequest(checkStop(request, { now: act.now, actualStart: permit.actual_start_date }));
  const outcome = stopWork(known.facts);
  const stop = new Date(request.actual_stop_date!);
  applyOutcome(act, work, permit, known, outcome, {
    changes: { actual_stop_date: stop, status_before_stop: permit.status },
    work: { end_date: stop, end_time: stop },
  });
}

/** Takes a logged stop back: the work goes on under the permit as it was. */
export async function takeStopBack(act: Act, reference: string, request: RevertRequest): Promise<void> {
  const { work, permit, known } = await takeOnSite(act, reference);
  applyOutcome(act, work, permit, known, revertStop(known.facts), {
    details: request.revert_reason,
    changes: { actual_stop_date: null, status_before_stop: null },
    work: { end_date: permit.proposed_end_date, end_time: permit.proposed_end_time },
  });
}
