import type { AssessmentStatus, HistoryEvent, PermitStatus, WorkCategory } from '../enums';
import type { Hs2Treatment } from '../hs2';
import { isImmediate } from '../work-category';

export interface SubmittedPermit {
  status: PermitStatus;
  assessmentStatus: AssessmentStatus | null;
  /** Immediate works have begun when they are applied for: their start is logged with the permit. */
  isStarted: boolean;
  events: HistoryEvent[];
}

/** How a new permit begins: submitted, or granted at once where HS2 only consults the authority. */
export function submitPermit(category: WorkCategory, hs2Treatment: Hs2Treatment): SubmittedPermit {
  const isStarted = isImmediate(category);
  const noun = category === 'paa' ? 'paa' : 'permit';
  return hs2Treatment === 'consultation'
    ? {
        status: 'granted',
        assessmentStatus: 'granted_auto',
        isStarted,
        events: [`${noun}_submitted`, `${noun}_granted`],
      }
    : { status: 'submitted', assessmentStatus: null, isStarted, events: [`${noun}_submitted`] };
}
