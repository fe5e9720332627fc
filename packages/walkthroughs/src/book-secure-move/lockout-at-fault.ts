import type { Walkthrough } from '../walkthrough';
import { A, B, C } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { act } from './journey-actions';
import { createJourney, journeysAre, setBillable } from './journeys';
import { acceptAndStartAfterwards } from './late-start';
import { lockout, moveAction, moveShows, printedMoment, redirect } from './moves';
import { paymentIs } from './payment';
import { cancelledJourney, completedJourney, completedMove, timelineIs } from './timeline';

export const lockoutAtFault: Walkthrough = {
  name: 'lockout-at-fault',
  title: 'A redirected move caused by a lockout, supplier at fault: only the second journey billable',
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Create a billable journey for the move (in a proposed state)');
    const first = await createJourney(api, move, { from: A, to: B, billable: true });

    api.step('2. Start the first journey, changing its state from proposed to in_progress');
    await act(api, first, 'start', 'nothing to report');

    api.step('3. Cancel the journey after a van breakdown');
    await act(api, first, 'cancel', 'cancelling journey owing to breakdown (flat tyre)');

    api.step('4. Update the original journey and mark it as not billable');
    await setBillable(api, first, { state: 'cancelled', billable: false });

    api.step('5. Record a lockout at the move destination');
    await lockout(api, move, B, B, 'locked out owing to breakdown');

    api.step('6. Redirect move to new location following agreement with PMU');
    await redirect(api, move, C, 'redirect due to breakdown, agreed with PMU');

    api.step('7. Create a second billable journey for the move (in a proposed state)');
    const second = await createJourney(api, move, { from: A, to: C, billable: true });

    api.step('8. Start the second journey');
    await act(api, second, 'start', 'redirected journey to CCCCCCCC');

    api.step('9. Complete the second journey');
    await act(api, second, 'complete', 'redirected journey to CCCCCCCC');

    api.step('10. Complete the move: recorded, the status stays');
    const notes = 'move completed with a lockout and redirect';
    await moveAction(api, move, 'complete', { timestamp: printedMoment, notes }, 'requested');

    await acceptAndStartAfterwards(api, move);

    api.step('End: the cancelled journey is not billable, the completed one is');
    await moveShows(api, move, { status: 'completed', to: C, isLockout: true });
    await journeysAre(api, move, [
      { journey: first, state: 'cancelled', billable: false },
      { journey: second, state: 'completed', billable: true },
    ]);
    const disturbed = ['JourneyUpdate', 'MoveLockout', 'MoveRedirect'];
    await timelineIs(api, move, [...completedMove, ...disturbed, ...cancelledJourney, ...completedJourney]);

    await paymentIs(api, move, { category: 'multi', amount: 130_00, basis: 'journeys' });
  },
};
