import type { AlterationType, AssessmentStatus, HistoryEvent, PermitStatus, WorkCategory, WorkStatus } from '../enums';
import type { Hs2Treatment } from '../hs2';

/** What the decisions about a permit depend on. */
export interface PermitFacts {
  status: PermitStatus;
  /** What the authority decided; null until it did. */
  assessmentStatus: AssessmentStatus | null;
  /** The status in which a stop found the permit; null unless it is closed. */
  statusBeforeStop: PermitStatus | null;
  category: WorkCategory;
  everModificationRequested: boolean;
  /** A start is logged on this permit; that of immediate works is logged with their submission. */
  isStarted: boolean;
  /** The newest permit of its work. */
  isActive: boolean;
  workStatus: WorkStatus;
  /** The type of the alteration that awaits assessment, as `awaitsAssessment` says. */
  pendingAlteration: AlterationType | null;
  /** The PAA that this permit progressed. */
  progressedPaa: { assessmentStatus: AssessmentStatus | null } | null;
  hs2Treatment: Hs2Treatment;
  /** See `isUnderHs2Powers`. */
  isUnderHs2Powers: boolean;
  /** A site or reinstatement is recorded under this permit. */
  hasReinstatement: boolean;
  isFinalSiteRegistered: boolean;
}

/** What a decision leaves behind: the values afterwards, and what becomes of the records around the permit. */
export interface PermitOutcome {
  status: PermitStatus;
  assessmentStatus: AssessmentStatus | null;
  workStatus: WorkStatus;
  /** Where the alteration that awaited assessment ends. */
  pendingAlteration: 'cancelled' | 'revoked' | null;
  /** What the progressed PAA is assessed as, when it had no decision of its own. */
  progressedPaa: 'granted_auto' | 'refused_auto' | null;
  /** For the history of the work, in this order. */
  events: HistoryEvent[];
}

export function unchanged({ status, assessmentStatus, workStatus }: PermitFacts): PermitOutcome {
  return { status, assessmentStatus, workStatus, pendingAlteration: null, progressedPaa: null, events: [] };
}

/** No decision yet: a modification request is a question, not a decision. */
export function isUndecided(assessmentStatus: AssessmentStatus | null): boolean {
  return assessmentStatus === null || assessmentStatus === 'permit_modification_request';
}

/** What the decision on a major permit does to its PAA. */
export function ofProgressedPaa(
  { progressedPaa }: PermitFacts,
  decision: 'granted' | 'refused',
): Pick<PermitOutcome, 'progressedPaa' | 'events'> {
  if (!progressedPaa || !isUndecided(progressedPaa.assessmentStatus)) return { progressedPaa: null, events: [] };
  return decision === 'granted'
    ? { progressedPaa: 'granted_auto', events: ['paa_granted'] }
    : { progressedPaa: 'refused_auto', events: ['paa_refused'] };
}

/** An alteration that awaits assessment is cancelled when its permit is cancelled or closed. */
export function cancelPending({ pendingAlteration }: PermitFacts): Pick<PermitOutcome, 'pendingAlteration' | 'events'> {
  return pendingAlteration === null
    ? { pendingAlteration: null, events: [] }
    : { pendingAlteration: 'cancelled', events: ['alteration_cancelled'] };
}
