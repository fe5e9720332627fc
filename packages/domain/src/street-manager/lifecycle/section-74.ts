import type { StateMachine } from '../../kernel';
import { section74HAStatuses } from '../enums';
import type { HistoryEvent, Section74HAStatus } from '../enums';
import { proceed } from './precondition';

/** The statuses that an authority can set after the warning with which a section 74 begins. */
export type Section74Answer = Exclude<Section74HAStatus, 'warning_issued'>;

/** The authority's side; no answer of the promoter is needed to go on. */
export const section74Machine: StateMachine<Section74HAStatus, Section74Answer> = {
  name: 'section 74',
  initial: 'warning_issued',
  states: section74HAStatuses,
  // prettier-ignore
  transitions: {
    charges_ended:        { from: ['warning_issued', 'warning_disputed'], to: 'charges_ended' },
    warning_disputed:     { from: ['warning_issued', 'charges_ended'],    to: 'warning_disputed' },
    withdrawn:            { from: ['warning_issued', 'warning_disputed', 'charges_ended', 'draft_invoice_issued'], to: 'withdrawn' },
    draft_invoice_issued: { from: ['charges_ended'],                      to: 'draft_invoice_issued' },
    resolved:             { from: ['draft_invoice_issued'],               to: 'resolved' },
  },
};

/** What setting the authority's status does. Throws PreconditionFailed where the current one forbids it. */
export function changeSection74(
  current: Section74HAStatus,
  answer: Section74Answer,
): { status: Section74HAStatus; events: HistoryEvent[] } {
  const refusal = `A section 74 with a status of ${current} can not be set to ${answer}`;
  return { status: proceed(section74Machine, current, answer, refusal), events: [`section_74_${answer}`] };
}
