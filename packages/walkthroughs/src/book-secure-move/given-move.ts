import { includedOf, one, relatedId } from '../reply';
import type { Api } from '../walkthrough';
import { authority, rendered, serco, toLocation } from './demo';
import type { Move } from './moves';
import { type HeaderStyle, withVersion, write } from './requests';

interface Wanted {
  /** Location ids, spelt as the page prints them; both are Serco's. */
  from: string;
  to: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** How the page writes the headers of the supplier's calls. */
  headers?: HeaderStyle;
}

/** Before a page begins: the authority asks for a prison transfer of a new person, which falls to Serco. */
export async function requestedMove(api: Api, { from, to, date, headers = withVersion }: Wanted): Promise<Move> {
  api.step(`Given: the authority requests a move for ${date}`);
  const profileId = await newProfile(api);
  const data = {
    type: 'moves',
    attributes: { date, move_type: 'prison_transfer', status: 'requested' },
    relationships: {
      profile: { data: { type: 'profiles', id: profileId } },
      from_location: toLocation(from),
      to_location: toLocation(to),
    },
  };
  const created = one(
    await api.send(write(api, authority, 'POST', '/moves', data), { status: 201, leadsTo: () => 'move requested' }),
  );
  api.holds('status of the new move', created.attributes['status'], 'requested');
  api.holds('date of the new move', created.attributes['date'], date);
  api.holds('from_location of the new move', relatedId(created, 'from_location'), rendered(from));
  api.holds('to_location of the new move', relatedId(created, 'to_location'), rendered(to));
  await suppliedBySerco(api, created.id);
  return { id: created.id, date, supplier: serco, headers };
}

async function newProfile(api: Api): Promise<string> {
  const attributes = { first_names: 'WALKTHROUGH', last_name: api.uuid().toUpperCase(), date_of_birth: '1990-05-04' };
  const person = one(
    await api.send(write(api, authority, 'POST', '/people', { type: 'people', attributes }), { status: 201 }),
  );
  const call = write(api, authority, 'POST', `/people/${person.id}/profiles`, { type: 'profiles' });
  return one(await api.send(call, { status: 201 })).id;
}

async function suppliedBySerco(api: Api, moveId: string): Promise<void> {
  const reply = await api.read(`/api/moves/${moveId}?include=supplier`, serco);
  const suppliers = includedOf(reply, 'suppliers').map(({ attributes }) => attributes['key']);
  api.holds('supplier of the new move', suppliers, ['serco']);
}
