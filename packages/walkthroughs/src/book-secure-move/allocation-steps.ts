import { one, relatedId, relatedIds, type Resource } from '../reply';
import type { Api } from '../walkthrough';
import { authority } from './demo';
import { replays } from './idempotency';
import { allocationOf, BSI, IWI, printedAllocation, printedComplexCase } from './ipt-demo';
import { write } from './requests';
import { shownOf } from './shown';

export interface Allocation {
  id: string;
  date: string;
  moveIds: string[];
}

/** Reads the allocation back: its status, and how many of its moves have a profile. */
export async function allocationShows(api: Api, id: string, status: string, filled: number): Promise<string> {
  const shown = one(await api.read(`/api/allocations/${id}`, authority));
  const total = printedAllocation.moves_count;
  api.holds('status of the allocation', shown.attributes['status'], status);
  api.holds('moves_count of the allocation', shown.attributes['moves_count'], total);
  api.holds('meta.moves of the allocation', shown.meta?.['moves'], { total, filled, unfilled: total - filled });
  return `allocation ${status}, ${filled} of ${total} moves filled`;
}

/** Step 1: the allocation, unfilled, with a requested move without a profile for each person to come. */
export async function createAllocation(api: Api, date: string): Promise<Allocation> {
  const call = write(api, authority, 'POST', '/allocations', allocationOf(date));
  const created = one(
    await api.send(call, {
      status: 201,
      leadsTo: (reply) => allocationShows(api, one(reply).id, 'unfilled', 0),
    }),
  );
  api.holds('the allocation', shownOf(created, printedAllocation), printedAllocation);
  api.holds('date of the allocation', created.attributes['date'], date);
  api.holds('complex_cases of the allocation', created.attributes['complex_cases'], [printedComplexCase]);
  api.holds('from_location of the allocation', relatedId(created, 'from_location'), BSI);
  api.holds('to_location of the allocation', relatedId(created, 'to_location'), IWI);
  const moveIds = relatedIds(created, 'moves');
  api.holds('number of moves', moveIds.length, 2);
  for (const id of moveIds) await unfilledMove(api, id, created);
  return { id: created.id, date, moveIds };
}

async function unfilledMove(api: Api, id: string, allocation: Resource): Promise<void> {
  const move = one(await api.read(`/api/moves/${id}`, authority));
  api.holds('status of a new move', move.attributes['status'], 'requested');
  api.holds('date of a new move', move.attributes['date'], allocation.attributes['date']);
  api.holds('profile of a new move', relatedId(move, 'profile'), null);
  api.holds('allocation of a new move', relatedId(move, 'allocation'), allocation.id);
}

/** Step 2, last calls: the move takes the profile; sent again under its key, the call is answered from the store. */
export async function fillMove(
  api: Api,
  allocation: Allocation,
  moveId: string,
  profileId: string,
  filled: { status: string; count: number },
): Promise<void> {
  const relationships = { profile: { data: { type: 'profiles', id: profileId } } };
  const data = { id: moveId, type: 'moves', attributes: {}, relationships };
  const call = write(api, authority, 'PATCH', `/moves/${moveId}`, data);
  const reply = await api.send(call, {
    status: 200,
    leadsTo: () => allocationShows(api, allocation.id, filled.status, filled.count),
  });
  api.holds('profile of the move', relatedId(one(reply), 'profile'), profileId);
  await replays(api, call, reply);
}
