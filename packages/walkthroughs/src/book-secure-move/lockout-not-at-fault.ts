import type { Walkthrough } from '../walkthrough';
import { A, B, C } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { act } from './journey-actions';
import { createJourney, journeysAre } from './journeys';
import { acceptAndStartAfterwards } from './late-start';
import { lockout, moveAction, moveShows, printedMoment, redirect } from './moves';
import { paymentIs } from './payment';
import { cancelledJourney, completedJourney, completedMove, timelineIs } from './timeline';

export const lockoutNotAtFault: Walkthrough = {
  name: 'lockout-not-at-fault',
  title: 'A redirected move caused by a lockout, supplier not at fault: both journeys billable',
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Create a billable journey for the move (in a proposed state)');
    const first = await createJourney(api, move, { from: A, to: B, billable: true });

    api.step('2. Start the first journey, changing its state from proposed to in_progress');
    await act(api, first, 'start', 'delayed start because prisoner absconded');

    api.step('3. Record a lockout at the move destination');
    await lockout(api, move, B, B, 'locked out owing to delayed start');

    api.step('4. Redirect move to new location following agreement with PMU');
    await redirect(api, move, C, 'redirect requested by PMU');

    api.step('5. Cancel the first journey; although cancelled, it is still billable');
    await act(api, first, 'cancel', 'cancelling journey for redirection to new location');

    api.step('6. Create a second billable journey for the move (in a proposed state)');
    const second = await createJourney(api, move, { from: A, to: C, billable: true });

    api.step('7. Start the second journey');
    await act(api, second, 'start', 'redirected journey to CCCCCCCC');

    api.step('8. Complete the second journey');
    await act(api, second, 'complete', 'redirected journey to CCCCCCCC');

    api.step('9. Complete the move: recorded, the status stays');
    const notes = 'move completed with a lockout and redirect';
    await moveAction(api, move, 'complete', { timestamp: printedMoment, notes }, 'requested');

    await acceptAndStartAfterwards(api, move);

    api.step('End: cancelled and completed, both billable, the move locked out and redirected');
    await moveShows(api, move, { status: 'completed', to: C, isLockout: true });
    await journeysAre(api, move, [
      { journey: first, state: 'cancelled', billable: true },
      { journey: second, state: 'completed', billable: true },
    ]);
    const disturbed = ['MoveLockout', 'MoveRedirect'];
    await timelineIs(api, move, [...completedMove, ...disturbed, ...cancelledJourney, ...completedJourney]);

    await paymentIs(api, move, { category: 'multi', amount: 230_00, basis: 'journeys' });
  },
};
