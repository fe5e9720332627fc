import { PreconditionFailed } from '../errors';
import type { PermitFacts } from './permit-facts';

/** A standard permit that awaits its assessment. */
export function submitted(change: Partial<PermitFacts> = {}): PermitFacts {
  return {
    status: 'submitted',
    assessmentStatus: null,
    statusBeforeStop: null,
    category: 'standard',
    everModificationRequested: false,
    isStarted: false,
    isActive: true,
    workStatus: 'planned',
    pendingAlteration: null,
    progressedPaa: null,
    hs2Treatment: 'ordinary',
    isUnderHs2Powers: false,
    hasReinstatement: false,
    isFinalSiteRegistered: false,
    ...change,
  };
}

/** A granted one whose works have not begun. */
export function granted(change: Partial<PermitFacts> = {}): PermitFacts {
  return submitted({ status: 'granted', assessmentStatus: 'granted', ...change });
}

/** A granted one whose works go on. */
export function started(change: Partial<PermitFacts> = {}): PermitFacts {
  return granted({ isStarted: true, workStatus: 'in_progress', ...change });
}

/** An immediate one, whose works go on and which nobody has decided. */
export function immediate(change: Partial<PermitFacts> = {}): PermitFacts {
  return submitted({ category: 'immediate_urgent', isStarted: true, workStatus: 'in_progress', ...change });
}

/** One that the authority wants modified. */
export function modificationRequested(change: Partial<PermitFacts> = {}): PermitFacts {
  return submitted({
    status: 'permit_modification_request',
    assessmentStatus: 'permit_modification_request',
    everModificationRequested: true,
    ...change,
  });
}

export function paa(change: Partial<PermitFacts> = {}): PermitFacts {
  return submitted({ category: 'paa', ...change });
}

/** The sentence with which a decision was refused, or `allowed`. */
export function refusalOf(decision: () => unknown): string {
  try {
    decision();
  } catch (error) {
    if (error instanceof PreconditionFailed) return error.reason;
    throw error;
  }
  return 'allowed';
}
