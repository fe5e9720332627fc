import type { Walkthrough } from '../walkthrough';
import { A, B, C } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { act } from './journey-actions';
import { createJourney, journeysAre } from './journeys';
import { moveAction, moveShows, redirect } from './moves';
import { paymentIs } from './payment';
import { completedJourney, completedMove, timelineIs } from './timeline';

/** The page only names this sequence. A journey that never started cannot be cancelled, so it is rejected. */
export const redirectionBeforeStart: Walkthrough = {
  name: 'redirection-before-start',
  title: 'Redirection before the move commences: the first journey is rejected, the one to C is completed',
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Accept the move and propose a billable journey from A to B');
    await moveAction(api, move, 'accept', { timestamp: '2020-04-21T08:00:00.000Z' }, 'booked');
    const timestamp = '2020-04-21T08:05:00.000Z';
    const first = await createJourney(api, move, { from: A, to: B, billable: true, timestamp });

    api.step('2. Redirect the move to C before it starts');
    await redirect(api, move, C, 'redirect requested by PMU', '2020-04-21T08:30:00.000Z');
    await moveShows(api, move, { status: 'booked', to: C });

    api.step('3. Reject the journey to B, propose a billable one from A to C');
    await act(api, first, 'reject', 'redirected before departure', '2020-04-21T08:35:00.000Z');
    const later = '2020-04-21T08:40:00.000Z';
    const second = await createJourney(api, move, { from: A, to: C, billable: true, timestamp: later });

    api.step('4. Start the move and the journey to C');
    await moveAction(api, move, 'start', { timestamp: '2020-04-21T09:00:00.000Z' }, 'in_transit');
    await act(api, second, 'start', 'nothing of note', '2020-04-21T09:05:00.000Z');

    api.step('5. Complete the journey, then the move');
    await act(api, second, 'complete', 'arrived at redirected location', '2020-04-21T11:00:00.000Z');
    const notes = 'move completed with a redirect';
    await moveAction(api, move, 'complete', { timestamp: '2020-04-21T11:05:00.000Z', notes }, 'completed');

    api.step('End: the journey to B rejected, the one to C completed, both flags as declared');
    await moveShows(api, move, { status: 'completed', to: C, isLockout: false });
    await journeysAre(api, move, [
      { journey: first, state: 'rejected', billable: true },
      { journey: second, state: 'completed', billable: true },
    ]);
    const rejected = ['JourneyCreate', 'JourneyReject'];
    await timelineIs(api, move, [...completedMove, 'MoveRedirect', ...rejected, ...completedJourney]);

    await paymentIs(api, move, { category: 'standard', amount: 130_00, basis: 'journeys' });
  },
};
