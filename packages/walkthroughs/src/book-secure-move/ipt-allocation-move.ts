import { Unexpected } from '../unexpected';
import type { Walkthrough } from '../walkthrough';
import { acceptOnce } from './accept-once';
import { allocationShows, createAllocation, fillMove } from './allocation-steps';
import { geoamey } from './demo';
import { allocations } from './documents';
import { freeDate } from './free-date';
import { BSI, IWI, person1, person2, printedDate } from './ipt-demo';
import { createProfile, findPeople } from './ipt-people';
import { act } from './journey-actions';
import { createJourney, journeysAre } from './journeys';
import { type Move, moveAction } from './moves';
import { withVersion } from './requests';
import { listMoves } from './supplier-list';
import { completedJourney, completedMove, timelineIs } from './timeline';

export const iptAllocationMove: Walkthrough = {
  name: 'ipt-allocation-move',
  title: 'Two people move from Brinsford to the Isle of Wight on one allocation',
  document: allocations,

  async play(api) {
    api.step('Given: a day on which nobody moves yet');
    const date = await freeDate(api, printedDate);

    api.step('1. PMU creates an allocation for two people, unfilled');
    const allocation = await createAllocation(api, date);
    const [first, second] = allocation.moveIds.map((id): Move => ({
      id,
      date,
      supplier: geoamey,
      headers: withVersion,
    }));
    if (!first || !second) throw new Unexpected('moves of the allocation', 'two', allocation.moveIds);

    api.step('2. OCA fills it with a profile for each person');
    await findPeople(api);
    const profile1 = await createProfile(api, person1);
    const profile2 = await createProfile(api, person2);
    await fillMove(api, allocation, first.id, profile1, { status: 'unfilled', count: 1 });
    await fillMove(api, allocation, second.id, profile2, { status: 'filled', count: 2 });

    api.step('3. The supplier retrieves the requested moves of the day');
    await listMoves(api, allocation, [
      { id: first.id, profileId: profile1 },
      { id: second.id, profileId: profile2 },
    ]);

    api.step('4. The supplier accepts the moves: booked');
    await acceptOnce(api, first, '2020-07-20T10:47:51.589Z');
    await moveAction(api, second, 'accept', { timestamp: '2020-07-20T10:48:03.770Z' }, 'booked');

    api.step('5. Journeys are added to the moves');
    const leg = { from: BSI, to: IWI, billable: true, timestamp: '2020-07-20T10:55:00.000Z' };
    const journey1 = await createJourney(api, first, leg);
    const journey2 = await createJourney(api, second, leg);

    api.step('6. The moves are started: in_transit');
    const start1 = { timestamp: '2020-07-20T11:01:59.920Z', notes: 'van on the way for person1' };
    await moveAction(api, first, 'start', start1, 'in_transit');
    const start2 = { timestamp: '2020-07-20T11:02:26.639Z', notes: 'van on the way for person2' };
    await moveAction(api, second, 'start', start2, 'in_transit');
    for (const journey of [journey1, journey2]) {
      await act(api, journey, 'start', undefined, '2020-07-20T11:03:00.000Z');
      await act(api, journey, 'complete', undefined, '2020-07-20T11:06:00.000Z');
    }

    api.step('7. The moves are completed');
    const notes = 'all is well';
    await moveAction(api, first, 'complete', { timestamp: '2020-07-20T11:06:58.724Z', notes }, 'completed');
    await moveAction(api, second, 'complete', { timestamp: '2020-07-20T11:07:11.132Z', notes }, 'completed');

    api.step('End: the allocation filled, both moves completed, each journey completed and billable');
    await allocationShows(api, allocation.id, 'filled', 2);
    for (const journey of [journey1, journey2]) {
      await journeysAre(api, journey.move, [{ journey, state: 'completed', billable: true }]);
      await timelineIs(api, journey.move, [...completedMove, ...completedJourney]);
    }
  },
};
