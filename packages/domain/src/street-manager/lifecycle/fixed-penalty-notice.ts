import type { StateMachine } from '../../kernel';
import { fpnStatuses } from '../enums';
import type { FPNStatus, HistoryEvent } from '../enums';
import { proceed } from './precondition';

/** The statuses that can be set: the notice begins as `issued`. */
export type FpnAnswer = Exclude<FPNStatus, 'issued'>;

const unresolved: readonly FPNStatus[] = ['issued', 'accepted', 'disputed'];

/**
 * The published rules for the statuses of a fixed penalty notice. The promoter accepts or disputes, or says nothing; the
 * authority records how it ended, whatever the promoter said.
 */
export const fixedPenaltyNoticeMachine: StateMachine<FPNStatus, FpnAnswer> = {
  name: 'fixed penalty notice',
  initial: 'issued',
  states: fpnStatuses,
  // prettier-ignore
  transitions: {
    accepted:        { from: ['issued', 'disputed'], to: 'accepted' },
    disputed:        { from: ['issued'],             to: 'disputed' },
    paid:            { from: unresolved,             to: 'paid' },
    paid_discounted: { from: unresolved,             to: 'paid_discounted' },
    withdrawn:       { from: unresolved,             to: 'withdrawn' },
  },
};

const events: Readonly<Record<FpnAnswer, HistoryEvent>> = {
  accepted: 'fpn_accepted',
  disputed: 'fpn_disputed',
  paid: 'fpn_paid',
  paid_discounted: 'fpn_paid',
  withdrawn: 'fpn_withdrawn',
};

/** What setting a status does. Throws PreconditionFailed where the current one forbids it, repeating it included. */
export function changeFpn(current: FPNStatus, answer: FpnAnswer): { status: FPNStatus; events: HistoryEvent[] } {
  const refusal = `A fixed penalty notice with a status of ${current} can not be set to ${answer}`;
  return { status: proceed(fixedPenaltyNoticeMachine, current, answer, refusal), events: [events[answer]] };
}
