import type { StateMachine } from '../../kernel';
import { isOneOf, section81Statuses } from '../enums';
import type { HistoryEvent, Section81Status } from '../enums';
import { precondition, proceed } from './precondition';

/** The statuses that can be set; `issued` comes back only by handing the section 81 to another promoter. */
export type Section81Answer = Exclude<Section81Status, 'issued'>;

/** The answers of the promoter, which `promoter_status` keeps; the others are the authority's. */
export const section81PromoterAnswers = ['acknowledged', 'accepted', 'accepted_fixed', 'rejected'] as const;

const unresolved: readonly Section81Status[] = ['issued', 'acknowledged', 'accepted', 'accepted_fixed', 'rejected'];

/** The published rules for the statuses of a section 81. */
export const section81Machine: StateMachine<Section81Status, Section81Answer | 'reassign'> = {
  name: 'section 81',
  initial: 'issued',
  states: section81Statuses,
  // prettier-ignore
  transitions: {
    acknowledged:   { from: ['issued'],                             to: 'acknowledged' },
    accepted:       { from: ['issued', 'acknowledged', 'rejected'], to: 'accepted' },
    rejected:       { from: ['issued', 'acknowledged', 'accepted'], to: 'rejected' },
    accepted_fixed: { from: ['accepted'],                           to: 'accepted_fixed' },
    resolved_by_ha: { from: unresolved,                             to: 'resolved_by_ha' },
    cancelled:      { from: unresolved,                             to: 'cancelled' },
    reassign:       { from: ['rejected', 'cancelled'],              to: 'issued' },
  },
};

export interface Section81Outcome {
  status: Section81Status;
  /** What becomes of the promoter's status, its date and the response. */
  promoterAnswer: 'replaced' | 'kept' | 'cleared';
  events: HistoryEvent[];
}

/** What setting a status does. Throws PreconditionFailed where the current one forbids it. */
export function changeSection81(current: Section81Status, answer: Section81Answer): Section81Outcome {
  const refusal = `A section 81 with a status of ${current} can not be set to ${answer}`;
  return {
    status: proceed(section81Machine, current, answer, refusal),
    promoterAnswer: isOneOf(section81PromoterAnswers, answer) ? 'replaced' : 'kept',
    events: [`section_81_${answer}`],
  };
}

/**
 * What handing a section 81 to another promoter does: it starts anew. Throws PreconditionFailed unless it was rejected or
 * cancelled, and when the promoter has it already.
 */
export function reassignSection81(
  current: Section81Status,
  { from, to }: { from: string; to: string },
): Section81Outcome {
  const refusal = `A section 81 with a status of ${current} can not be reassigned`;
  const status = proceed(section81Machine, current, 'reassign', refusal);
  precondition(from !== to, 'A section 81 can only be reassigned to another organisation');
  return { status, promoterAnswer: 'cleared', events: ['section_81_reassigned'] };
}
