import type { DemoCalendar } from '../calendar';
import { ellerdalePolice, marshfieldPolice } from '../locations/courts-and-police';
import { isleOfWight, moorland } from '../locations/prisons';
import { pendricke, yusuf } from '../profiles';
import { automatic, logOf, planner } from './log';
import { moveOf } from './story';
import type { Story } from './story';

/** A move between two police stations that the police made themselves. */
export function cancelledTransfer({ day, at }: DemoCalendar): Story {
  const [created, cancelled] = [at(-2, '12:00'), at(-1, '17:05')];
  const reason = {
    cancellation_reason: 'police_transported_prisoner',
    cancellation_reason_comment: 'Taken over on the way from another job',
  };
  const move = moveOf(yusuf, ellerdalePolice, marshfieldPolice, {
    id: 'b0f4a7de-6af5-4768-bc26-57e3ad1bc7b9',
    reference: 'YJC3695M',
    status: 'cancelled',
    move_type: 'police_transfer',
    date: day(3),
    ...reason,
    created_at: created,
    updated_at: cancelled,
  });
  const events = logOf('moves', move, [
    ['MoveRequested', created, planner, automatic],
    ['MoveCancel', cancelled, planner, { details: reason }],
  ]);
  return { moves: [move], events };
}

/** A proposal that was rejected, and proposed again for a week later. */
export function rejectedAndRebooked({ day, at }: DemoCalendar): Story {
  const [created, rejected] = [at(-3, '15:20'), at(-1, '10:40')];
  const comment = 'No vehicle crosses the Solent that week';
  const original = moveOf(pendricke, isleOfWight, moorland, {
    id: '220f676f-3fa3-47a7-bb74-c79c898f785e',
    reference: 'EPR6182X',
    status: 'cancelled',
    move_type: 'prison_transfer',
    date_from: day(4),
    date_to: day(6),
    cancellation_reason: 'rejected',
    cancellation_reason_comment: comment,
    rejection_reason: 'no_transport_available',
    created_at: created,
    updated_at: rejected,
  });
  const again = moveOf(pendricke, isleOfWight, moorland, {
    id: 'b4c10b5e-c6dc-4df7-a0d4-b569beccdb4c',
    reference: 'FXH9437A',
    status: 'proposed',
    move_type: 'prison_transfer',
    date_from: day(11),
    date_to: day(13),
    original_move_id: original.id,
    created_at: rejected,
    updated_at: rejected,
  });
  const details = {
    rejection_reason: original.rejection_reason,
    cancellation_reason_comment: comment,
    rebook: true,
  };
  const events = logOf('moves', original, [
    ['MoveProposed', created, planner, automatic],
    ['MoveReject', rejected, planner, { details }],
  ]);
  return { moves: [original, again], events };
}
