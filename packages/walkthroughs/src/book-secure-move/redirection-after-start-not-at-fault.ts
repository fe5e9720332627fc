import type { Walkthrough } from '../walkthrough';
import { A, B, C } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { act } from './journey-actions';
import { createJourney, journeysAre } from './journeys';
import { acceptAndStartAfterwards } from './late-start';
import { moveAction, moveShows, printedMoment, redirect } from './moves';
import { paymentIs } from './payment';
import { cancelledJourney, completedJourney, completedMove, timelineIs } from './timeline';

export const redirectionAfterStartNotAtFault: Walkthrough = {
  name: 'redirection-after-start-not-at-fault',
  title: 'A move redirected at the request of PMU, supplier not at fault: both journeys billable',
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Create a billable journey for the move (in a proposed state)');
    const first = await createJourney(api, move, { from: A, to: B, billable: true });

    api.step('2. Start the first journey, changing its state from proposed to in_progress');
    await act(api, first, 'start', 'nothing of note');

    api.step('3. Cancel the first journey as PMU request a redirect; it stays billable');
    await act(api, first, 'cancel', 'cancelling journey for redirection to new location');

    api.step('4. Redirect move to new location');
    await redirect(api, move, C, 'redirect requested by PMU');

    api.step('5. Create a second billable journey for the move (in a proposed state)');
    const second = await createJourney(api, move, { from: A, to: C, billable: true });

    api.step('6. Start the second journey, changing its state from proposed to in_progress');
    await act(api, second, 'start', 'new redirected journey to CCCCCCCC');

    api.step('7. Complete the second journey');
    await act(api, second, 'complete', 'completed journey to redirected location');

    api.step('8. Complete the move: recorded, the status stays');
    const notes = 'move completed with a redirect';
    await moveAction(api, move, 'complete', { timestamp: printedMoment, notes }, 'requested');

    await acceptAndStartAfterwards(api, move);

    api.step('End: cancelled and completed, both billable');
    await moveShows(api, move, { status: 'completed', to: C, isLockout: false });
    await journeysAre(api, move, [
      { journey: first, state: 'cancelled', billable: true },
      { journey: second, state: 'completed', billable: true },
    ]);
    await timelineIs(api, move, [...completedMove, 'MoveRedirect', ...cancelledJourney, ...completedJourney]);

    await paymentIs(api, move, { category: 'redirection', amount: 230_00, basis: 'journeys' });
  },
};
