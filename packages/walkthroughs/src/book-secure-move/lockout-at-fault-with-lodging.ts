import type { Walkthrough } from '../walkthrough';
import { A, B, L } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { act, lodge } from './journey-actions';
import { createJourney, journeysAre } from './journeys';
import { acceptAndStartAfterwards } from './late-start';
import { lockout, moveAction, moveShows, printedMoment } from './moves';
import { paymentIs } from './payment';
import { cancelledJourney, completedJourney, completedMove, timelineIs } from './timeline';

export const lockoutAtFaultWithLodging: Walkthrough = {
  name: 'lockout-at-fault-with-lodging',
  title: 'A lockout with lodging at L, supplier at fault: only the cancelled journey billable',
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Create a billable journey for the move (in a proposed state)');
    const first = await createJourney(api, move, { from: A, to: B, billable: true });

    api.step('2. Start the first journey, changing its state from proposed to in_progress');
    await act(api, first, 'start', 'nothing to report');

    api.step('3. Cancel the journey: a delay caused by lack of fuel');
    await act(api, first, 'cancel', 'cancelling journey because of delay caused by lack of fuel');

    api.step('4. Record a lockout at the move destination');
    await lockout(api, move, B, B, 'locked out owing to delay (lack of fuel)');

    api.step("5. Create a second non-billable journey to the lodging location L, at supplier's expense");
    const second = await createJourney(api, move, { from: A, to: L, billable: false });

    api.step('6. Start the second journey, changing its state from proposed to in_progress');
    await act(api, second, 'start', 'going to lodging location');

    api.step('7. Complete the second journey');
    await act(api, second, 'complete', 'arrived at lodging location');

    api.step('8. Record the lodging against the second journey');
    await lodge(api, second, L, 'cancelling journey owing to breakdown');

    api.step("9. Create a third non-billable journey from L to the final destination B, at supplier's expense");
    const third = await createJourney(api, move, { from: L, to: B, billable: false });

    api.step('10. Start the third journey');
    await act(api, third, 'start', 'en route to final destination BBBB after lodging at LLLLL');

    api.step('11. Complete the third journey');
    await act(api, third, 'complete', 'arrived at BBBB');

    api.step('12. Complete the move: recorded, the status stays');
    const notes = 'move completed with a lockout and lodging';
    await moveAction(api, move, 'complete', { timestamp: printedMoment, notes }, 'requested');

    await acceptAndStartAfterwards(api, move);

    api.step('End: the cancelled journey billable, lodging and onward journeys not');
    await moveShows(api, move, { status: 'completed', to: B, isLockout: true });
    await journeysAre(api, move, [
      { journey: first, state: 'cancelled', billable: true },
      { journey: second, state: 'completed', billable: false },
      { journey: third, state: 'completed', billable: false },
    ]);
    const undisturbed = [...completedJourney, ...completedJourney];
    const disturbed = ['MoveLockout', 'JourneyLodging', ...cancelledJourney];
    await timelineIs(api, move, [...completedMove, ...disturbed, ...undisturbed]);

    await paymentIs(api, move, { category: 'multi', amount: 100_00, basis: 'journeys' });
  },
};
