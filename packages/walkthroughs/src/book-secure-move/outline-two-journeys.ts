import type { Walkthrough } from '../walkthrough';
import { A, B, C, otherVan } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { act } from './journey-actions';
import { createJourney, journeysAre, setBillable } from './journeys';
import { moveShows } from './moves';
import { paymentIs } from './payment';
import { cancelledJourney, completedJourney, timelineIs } from './timeline';

/** The opening of the page. It ends with the journeys: nobody redirects, accepts or completes the move. */
export const outlineTwoJourneys: Walkthrough = {
  name: 'outline-two-journeys',
  title: "Redirection due to the supplier's fault, in outline: neither journey billable",
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Create a billable journey for the move (in a proposed state)');
    const first = await createJourney(api, move, { from: A, to: B, billable: true });

    api.step('2. Start the journey, changing its state from proposed to in_progress');
    await act(api, first, 'start', 'Going via M25 to avoid traffic');

    api.step('3. Cancel the original journey because of a problem');
    await act(api, first, 'cancel', 'breakdown - flat tyre');

    api.step('4. Update the original journey to mark it as not billable');
    await setBillable(api, first, { state: 'cancelled', billable: false });

    api.step('5. Create a new non-billable journey2 to go to an alternative location');
    const second = await createJourney(api, move, { from: A, to: C, billable: false, vehicle: otherVan });

    api.step('6. Start the new journey2, changing its state from proposed to in_progress');
    await act(api, second, 'start', 'going to alternative location');

    api.step('7. Complete the new journey');
    await act(api, second, 'complete', 'arrived at alternative location');

    api.step('End: neither journey billable, each with its own vehicle; the move as it was');
    await moveShows(api, move, { status: 'requested', to: B, isLockout: false });
    await journeysAre(api, move, [
      { journey: first, state: 'cancelled', billable: false },
      { journey: second, state: 'completed', billable: false },
    ]);
    await timelineIs(api, move, ['MoveRequested', 'JourneyUpdate', ...cancelledJourney, ...completedJourney]);

    await paymentIs(api, move, { category: 'unpriced', amount: null, basis: 'none' });
  },
};
