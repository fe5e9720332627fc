import { newParty, partyChange, roles } from '@switchyard/domain/wrm';
import { created, ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageOf, queryFault, readPage, refuseQuery } from '../shared/paging';
import { readBody } from '../shared/read-body';
import { refuseExisting } from '../shared/refusals';
import { getParty, insertParty, listParties, saveParty } from './repository';
import type { PartyBody } from './serializer';
import { partyResource, presentParty } from './serializer';

/** Parties, for the operator. */
export function partyRoutes(api: Api, { config }: Deps): void {
  api.get(
    '/admin/parties',
    {
      document: ({ items, nextCursor }: Page<PartyBody>, request) =>
        documentOf(items.map(partyResource), request, 'parties', nextCursor),
    },
    async ({ db, query }) => {
      const role = roles.find((each) => each === query.role);
      refuseQuery(query.role !== undefined && !role ? [queryFault('role', `role is one of ${roles.join(', ')}.`)] : []);
      const page = readPage(query);
      const parties = await listParties(db, role, page);
      return ok(pageOf(parties, page.limit, ({ id }) => ({ key: id, id }), presentParty));
    },
  );

  api.post('/admin/parties', async ({ tx, body, now }) => {
    const party = readBody(newParty, body, 'party', config);
    if (!(await insertParty(tx, party, now))) refuseExisting('party', 'id', party.id);
    return created(presentParty({ ...party, createdAt: now }), `/admin/parties/${encodeURIComponent(party.id)}`);
  });

  api.get(
    '/admin/parties/{partyId}',
    { document: (party: PartyBody, request) => documentOf(partyResource(party), request, 'parties') },
    async ({ db, params }) => ok(presentParty(await getParty(db, params.partyId))),
  );

  api.patch('/admin/parties/{partyId}', async ({ tx, params, body }) => {
    const change = readBody(partyChange, body, 'party', config);
    const party = { ...(await getParty(tx, params.partyId)), ...change };
    saveParty(tx, party);
    return ok(presentParty(party));
  });
}
