import type { AlterationType, HistoryEvent, PermitStatus, WorkCategory } from '../enums';
import { needsAssessment } from './alteration-status';
import { checkHaChange, checkPromoterChange } from './alteration-preconditions';
import type { PermitFacts } from './permit-facts';
import { permitMachine } from './permit-status';
import type { PmrAlterations } from './pmr-alterations';
import { proceed } from './precondition';

/** Who wants to alter a permit, and what. */
export interface AlterationProposal {
  by: 'promoter' | 'highway_authority';
  /** The names on the wire of the members that differ from the permit's values. */
  changed: ReadonlySet<string>;
  /** Of the permit with the changes, as `alteredCategory` says. */
  category: WorkCategory;
}

export interface DerivedAlteration {
  type: AlterationType;
  status: 'submitted' | 'auto_applied';
  /** The values reach the permit at once. Otherwise they wait for an assessment. */
  isApplied: boolean;
  permitStatus: PermitStatus;
  /**
   * Where the deadline comes from: its `own` period of two working days, the permit's as it stands (`permit`), or a new
   * one of two working days that the permit gets with the alteration (`renewed_permit`).
   */
  deadline: 'own' | 'permit' | 'renewed_permit';
  events: HistoryEvent[];
}

/**
 * What an alteration is, worked out from who asks and how the permit stands: clients never name a type.
 * Throws PreconditionFailed where the permit's state, or what is to change, forbids it.
 */
export function deriveAlteration(
  facts: PermitFacts,
  request: AlterationProposal,
  setting: PmrAlterations,
): DerivedAlteration {
  if (request.by === 'highway_authority') checkHaChange(facts, request);
  else checkPromoterChange(facts, request);

  const type = typeOf(facts, request);
  const isAutomatic = facts.isUnderHs2Powers;
  const waits = !isAutomatic && needsAssessment(type, setting);
  const answersAtOnce = type === 'MODIFIED_PERMIT' && setting === 'applied';
  return {
    type,
    status: isAutomatic ? 'auto_applied' : 'submitted',
    isApplied: !waits,
    permitStatus: answersAtOnce ? resubmitted(facts.status) : facts.status,
    deadline: waits ? 'own' : answersAtOnce ? 'renewed_permit' : 'permit',
    events: [isAutomatic ? 'alteration_applied_auto' : 'alteration_submitted'],
  };
}

function typeOf({ status, workStatus }: PermitFacts, { by, changed }: AlterationProposal): AlterationType {
  if (by === 'highway_authority') return 'HA_IMPOSED_CHANGE';
  if (status === 'submitted') return 'PROMOTER_IMPOSED_CHANGE';
  if (status === 'permit_modification_request') return 'MODIFIED_PERMIT';
  const isExtension = workStatus === 'in_progress' && changed.has('proposed_end_date');
  return isExtension ? 'WORK_EXTENSION' : 'PROMOTER_CHANGE_REQUEST';
}

function resubmitted(status: PermitStatus): PermitStatus {
  return proceed(permitMachine, status, 'answer_modification', 'The permit has no open permit modification request');
}
