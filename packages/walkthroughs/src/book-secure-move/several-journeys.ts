import type { Walkthrough } from '../walkthrough';
import { A, B, C } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { act } from './journey-actions';
import { createJourney, journeysAre } from './journeys';
import { acceptAndStartAfterwards } from './late-start';
import { moveAction, moveShows, printedMoment } from './moves';
import { paymentIs } from './payment';
import { completedJourney, completedMove, timelineIs } from './timeline';

export const severalJourneys: Walkthrough = {
  name: 'several-journeys',
  title: 'A completed move of two billable journeys, A to B and B to C, without redirection',
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Create a billable journey for the move (in a proposed state)');
    const first = await createJourney(api, move, { from: A, to: B, billable: true });

    api.step('2. Start the first journey, changing its state from proposed to in_progress');
    await act(api, first, 'start', 'heavy traffic reported');

    api.step('3. Complete the first journey');
    await act(api, first, 'complete', 'arrived at intermediate destination');

    api.step('4. Create a billable second journey for the move (in a proposed state)');
    const second = await createJourney(api, move, { from: B, to: C, billable: true });

    api.step('5. Start the second journey, changing its state from proposed to in_progress');
    await act(api, second, 'start');

    api.step('6. Complete the second journey');
    await act(api, second, 'complete', 'arrived at final destination');

    api.step('7. Complete the move: it was never accepted or started, so it is recorded and the status stays');
    const notes = 'move completed without problems';
    await moveAction(api, move, 'complete', { timestamp: printedMoment, notes }, 'requested');

    await acceptAndStartAfterwards(api, move);

    api.step('End: both journeys completed and billable');
    await moveShows(api, move, { status: 'completed', to: B, isLockout: false });
    await journeysAre(api, move, [
      { journey: first, state: 'completed', billable: true },
      { journey: second, state: 'completed', billable: true },
    ]);
    await timelineIs(api, move, [...completedMove, ...completedJourney, ...completedJourney]);

    await paymentIs(api, move, { category: 'multi', amount: 130_00, basis: 'end_to_end' });
  },
};
