import { one } from '../reply';
import type { Walkthrough } from '../walkthrough';
import { A, B } from './demo';
import { journeysAndPayment } from './documents';
import { requestedMove } from './given-move';
import { refusesOtherBody, replays } from './idempotency';
import { act } from './journey-actions';
import { createJourney, journeysAre } from './journeys';
import { refusesDuplicate } from './duplicate-journey';
import { moveAction } from './moves';
import { paymentIs } from './payment';
import { completedJourney, completedMove, timelineIs } from './timeline';

/** The page only names this sequence: the calls are those of its other sequences, in the order of the day. */
export const singleJourneyMove: Walkthrough = {
  name: 'single-journey-move',
  title: 'Single journey move: one billable journey from A to B',
  document: journeysAndPayment,

  async play(api) {
    const move = await requestedMove(api, { from: A, to: B, date: '2020-04-21' });

    api.step('1. Accept the move');
    await moveAction(api, move, 'accept', { timestamp: '2020-04-21T08:00:00.000Z' }, 'booked');

    api.step('2. Create a billable journey for the move (in a proposed state)');
    const journey = await createJourney(api, move, { from: A, to: B, billable: true });
    const { timestamp } = one(journey.reply).attributes;
    api.holds('timestamp of the journey, in London and without fraction', timestamp, '2020-04-21T14:20:50+01:00');

    api.step('3. The same call again is answered from the store; with another body it is refused');
    await replays(api, journey.call, journey.reply);
    await refusesOtherBody(api, journey.call, { billable: false });
    await refusesDuplicate(api, journey);
    await journeysAre(api, move, [{ journey, state: 'proposed', billable: true }]);

    api.step('4. Start the move and its journey');
    await moveAction(api, move, 'start', { timestamp: '2020-04-21T13:25:00.000Z' }, 'in_transit');
    const started = await act(api, journey, 'start', 'heavy traffic reported', '2020-04-21T13:26:00.000Z');
    await replays(api, started.call, started.reply);
    await refusesOtherBody(api, started.call, { notes: 'another note' });

    api.step('5. Complete the journey, then the move');
    await act(api, journey, 'complete', 'arrived at final destination', '2020-04-21T15:10:00.000Z');
    const notes = 'move completed without problems';
    await moveAction(api, move, 'complete', { timestamp: '2020-04-21T15:15:00.000Z', notes }, 'completed');

    api.step('End: one completed, billable journey');
    await journeysAre(api, move, [{ journey, state: 'completed', billable: true }]);
    await timelineIs(api, move, [...completedMove, ...completedJourney]);

    await paymentIs(api, move, { category: 'standard', amount: 100_00, basis: 'journeys' });
  },
};
