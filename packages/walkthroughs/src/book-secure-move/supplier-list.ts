import { documentOf, includedOf, many, relatedId, type Resource, withId } from '../reply';
import type { Api } from '../walkthrough';
import type { Allocation } from './allocation-steps';
import { geoamey } from './demo';
import { BSI, IWI, printedLocations, printedMove } from './ipt-demo';
import { alertsAreImported, peopleAre } from './ipt-people';
import { get } from './requests';
import { shownOf } from './shown';

const referencePattern = /^[ACEFHJKMNPRTUVWXY]{3}[1-9]{4}[ACEFHJKMNPRTUVWXY]$/;

/** A move of the allocation with the profile that now fills it. */
export interface FilledMove {
  id: string;
  profileId: string;
}

/** Step 3: the supplier lists the allocation's moves of one day, with profiles, people and places. */
export async function listMoves(api: Api, allocation: Allocation, filled: readonly FilledMove[]): Promise<void> {
  const { date } = allocation;
  const filters = `filter%5Bdate_from%5D=${date}&filter%5Bdate_to%5D=${date}&filter%5Bhas_relationship_to_allocation%5D=true`;
  const call = get(geoamey, `/moves?${filters}&include=profile.person%2Cfrom_location%2Cto_location`);
  const reply = await api.send(call, { status: 200, leadsTo: (list) => `${many(list).length} moves requested` });
  const { meta, links } = documentOf(reply);
  const { per_page, total_pages, total_objects } = meta?.pagination ?? {};
  api.holds('pagination', { per_page, total_pages, total_objects }, { per_page: 20, total_pages: 1, total_objects: 2 });
  api.holds('neighbouring pages', { prev: links?.['prev'], next: links?.['next'] }, { prev: null, next: null });
  const moves = many(reply);
  for (const { id, profileId } of filled) moveIs(api, withId(moves, id), allocation, profileId);
  for (const { profileId } of filled) alertsAreImported(api, withId(includedOf(reply, 'profiles'), profileId));
  peopleAre(api, includedOf(reply, 'people'));
  placesAre(api, includedOf(reply, 'locations'));
}

function moveIs(api: Api, move: Resource, { id, date }: Allocation, profileId: string): void {
  api.holds('a move in the list', shownOf(move, printedMove), printedMove);
  api.holds('date of a move in the list', move.attributes['date'], date);
  const reference = String(move.attributes['reference']);
  api.holds(`reference ${reference} is well formed`, referencePattern.test(reference), true);
  api.holds('profile of a move in the list', relatedId(move, 'profile'), profileId);
  api.holds('from_location of a move in the list', relatedId(move, 'from_location'), BSI);
  api.holds('to_location of a move in the list', relatedId(move, 'to_location'), IWI);
  api.holds('allocation of a move in the list', relatedId(move, 'allocation'), id);
}

function placesAre(api: Api, locations: Resource[]): void {
  for (const { id, ...printed } of printedLocations)
    api.holds(`location ${printed.key}`, shownOf(withId(locations, id), printed), printed);
}
