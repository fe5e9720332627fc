import type { ForwardPlanStatus, PermitStatus, WorkCategory, WorkStatus } from '../enums';
import { awaitsItsMajorPermit, isImmediate } from '../work-category';
import { forwardPlanMachine } from './forward-plan';
import { paaMachine } from './paa-status';
import { precondition, proceed } from './precondition';
import { workMachine } from './work-status';

/** What adding a permit to an existing work depends on. */
export interface PermitAdditionFacts {
  workStatus: WorkStatus;
  /** The newest permit of the work; null when it has none. */
  activePermit: { category: WorkCategory; status: PermitStatus } | null;
  forwardPlan: ForwardPlanStatus | null;
}

export interface PermitAddition {
  /**
   * `first` on a historical or non-notifiable work, which then leaves the default workstream; `planned` on a work that
   * has only its forward plan; `progression` of a PAA to its major permit; `additional` after a permit that is over.
   */
  kind: 'first' | 'planned' | 'progression' | 'additional';
  workStatus: WorkStatus;
  paaStatus: 'progressed' | null;
  forwardPlanStatus: 'progressed' | null;
}

/** A permit that is over, so that another may follow. The guide allows it after a revocation too. */
const over: readonly PermitStatus[] = ['closed', 'cancelled', 'refused', 'revoked'];

/**
 * What adding a permit of this category does to its work. Throws PreconditionFailed where the work or its newest permit
 * forbids it.
 */
export function addPermit(facts: PermitAdditionFacts, category: WorkCategory): PermitAddition {
  const event = isImmediate(category) ? 'add_immediate_permit' : 'add_permit';
  const refusal = `A permit can not be added to works that are ${facts.workStatus}`;
  const workStatus = proceed(workMachine, facts.workStatus, event, refusal);
  const { activePermit, forwardPlan } = facts;
  const none = { workStatus, paaStatus: null, forwardPlanStatus: null };
  if (!activePermit) {
    if (forwardPlan === 'raised') return { ...none, kind: 'planned', forwardPlanStatus: progressPlan(forwardPlan) };
    return { ...none, kind: isRecordOnly(facts.workStatus) ? 'first' : 'additional' };
  }
  if (awaitsItsMajorPermit(activePermit)) {
    return { ...none, kind: 'progression', paaStatus: progressPaa(activePermit.status, category) };
  }
  precondition(
    over.includes(activePermit.status),
    `A permit can not be added while the active permit has a status of ${activePermit.status}`,
  );
  return { ...none, kind: 'additional' };
}

/** A PAA takes the status `progressed` when its major permit is submitted. Throws PreconditionFailed otherwise. */
export function progressPaa(status: PermitStatus, category: WorkCategory): 'progressed' {
  precondition(category === 'major', 'A PAA can only be progressed to a major permit');
  proceed(paaMachine, status, 'progress', `A PAA with a status of ${status} can not be progressed`);
  return 'progressed';
}

function progressPlan(status: ForwardPlanStatus): 'progressed' {
  proceed(forwardPlanMachine, status, 'progress', `A forward plan with a status of ${status} can not be progressed`);
  return 'progressed';
}

function isRecordOnly(workStatus: WorkStatus): boolean {
  return workStatus === 'historical' || workStatus === 'non_notifiable';
}
