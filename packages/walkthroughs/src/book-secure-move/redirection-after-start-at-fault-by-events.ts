import type { Walkthrough } from '../walkthrough';
import { A2, B2, C2 } from './demo';
import { redirectionAtFault } from './documents';
import { postEvent } from './events';
import { requestedMove } from './given-move';
import { refusesOtherBody, replays } from './idempotency';
import { createJourney, type Journey, journeyShows, journeysAre, setBillable } from './journeys';
import { moveShows } from './moves';
import { paymentIs } from './payment';
import { withoutVersion } from './requests';
import { cancelledJourney, completedJourney, completedMove, timelineIs } from './timeline';

/**
 * The page prints the journeys only, and says that the move is redirected to C after its start: the events that take
 * the move there are added between the printed calls.
 */
export const redirectionAfterStartAtFaultByEvents: Walkthrough = {
  name: 'redirection-after-start-at-fault-by-events',
  title: 'Redirection after the move commences, supplier at fault, told by events: only the journey to C billable',
  document: redirectionAtFault,

  async play(api) {
    const move = await requestedMove(api, { from: A2, to: B2, date: '2021-05-07', headers: withoutVersion });
    const about = { type: 'moves', id: move.id } as const;
    const moveEvent = (eventType: string, at: string, status: string, to?: string): Promise<void> =>
      postEvent(api, move, { eventType, at, about, to }, () => moveShows(api, move, { status, to }));
    const journeyEvent = (journey: Journey, eventType: string, at: string, state: string): Promise<void> =>
      postEvent(api, move, { eventType, at, about: { type: 'journeys', id: journey.id } }, () =>
        journeyShows(api, journey, { state, billable: true }),
      );

    api.step('Around the page: the move is accepted and started');
    await moveEvent('MoveAccept', '2021-05-07T11:00:00.000Z', 'booked');
    await moveEvent('MoveStart', '2021-05-07T11:05:00.000Z', 'in_transit');

    api.step('1. Create a billable journey from A to B for the move (in a proposed state)');
    const timestamp = '2021-05-07T11:08:39.276Z';
    const first = await createJourney(api, move, { from: A2, to: B2, billable: true, timestamp, dated: false });
    await replays(api, first.call, first.reply);
    await refusesOtherBody(api, first.call, { billable: false });

    api.step('2. Start the original journey');
    await journeyEvent(first, 'JourneyStart', '2021-05-07T11:13:44.088Z', 'in_progress');

    api.step('3. Cancel the original journey');
    await journeyEvent(first, 'JourneyCancel', '2021-05-07T11:18:44.088Z', 'cancelled');

    api.step('4. Update the original journey changing its billable flag from true to false');
    await setBillable(api, first, { state: 'cancelled', billable: false }, timestamp);

    api.step('Around the page: the move is redirected to C');
    await moveEvent('MoveRedirect', '2021-05-07T11:30:00.000Z', 'in_transit', C2);

    api.step('5. Create a new billable journey from A to C for the move (in a proposed state)');
    const later = '2021-05-07T11:38:39.276Z';
    const second = await createJourney(api, move, {
      from: A2,
      to: C2,
      billable: true,
      timestamp: later,
      dated: false,
    });

    api.step('6. Start the new journey');
    await journeyEvent(second, 'JourneyStart', '2021-05-07T11:43:44.088Z', 'in_progress');

    api.step('7. Complete the new journey');
    await journeyEvent(second, 'JourneyComplete', '2021-05-07T11:49:34.624Z', 'completed');

    api.step('Around the page: the move is completed');
    await moveEvent('MoveComplete', '2021-05-07T11:55:00.000Z', 'completed');

    api.step('End: A to B cancelled and not billable, A to C completed and billable');
    await moveShows(api, move, { status: 'completed', to: C2, isLockout: false });
    await journeysAre(api, move, [
      { journey: first, state: 'cancelled', billable: false },
      { journey: second, state: 'completed', billable: true },
    ]);
    const disturbed = ['JourneyUpdate', 'MoveRedirect'];
    await timelineIs(api, move, [...completedMove, ...disturbed, ...cancelledJourney, ...completedJourney]);

    await paymentIs(api, move, { category: 'multi', amount: 130_00, basis: 'journeys' });
  },
};
