import { instantOf } from '../../kernel';
import type { Day as KernelDay } from '../../kernel';
import { addDays } from '../day';
import type { Day } from '../day';
import type { MoveFacts } from './facts';
import { countOf, earliest } from './timeline';

/** Why a cancelled move is not paid for. */
export type CancellationFault =
  | 'not_from_a_prison'
  | 'not_to_a_prison'
  | 'never_accepted'
  | 'no_cancel_event'
  | 'reason_not_billable'
  | 'no_date'
  | 'in_time';

/**
 * What keeps a cancelled move from being paid for; nothing when it is. A cancellation between prisons of an accepted
 * move is paid when the escort record was incomplete, or when the authority cancelled it after 15:00 in London on the
 * day before its date.
 */
export function cancellationFaults(move: MoveFacts): CancellationFault[] {
  const cancelled = earliest(move.events, 'MoveCancel');
  const faults: CancellationFault[] = [];
  if (move.from.locationType !== 'prison') faults.push('not_from_a_prison');
  if (move.to?.locationType !== 'prison') faults.push('not_to_a_prison');
  if (countOf(move.events, 'MoveAccept') === 0) faults.push('never_accepted');
  if (!cancelled) faults.push('no_cancel_event');
  if (move.cancellationReason === 'cancelled_by_pmu') {
    if (move.date === null) faults.push('no_date');
    else if (cancelled && cancelled <= cutOff(move.date)) faults.push('in_time');
  } else if (move.cancellationReason !== 'incomplete_per') {
    faults.push('reason_not_billable');
  }
  return faults;
}

/** The last instant at which cancelling a move of this day costs nothing. */
export const cutOff = (date: Day): Date => instantOf(addDays(date, -1) as KernelDay, '15:00', 'Europe/London');
