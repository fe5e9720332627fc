import { clientChange } from '@switchyard/domain/wrm';
import { created, noContent, ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageOf, readPage } from '../shared/paging';
import { readBody } from '../shared/read-body';
import { createClient, issueSecret, revokeSecret } from './issue-secret';
import { newSecret } from './new-secret';
import { getClient, listClients, lockClient, saveClient } from './repository';
import type { ClientBody } from './serializer';
import { clientResource, presentClient } from './serializer';

/** Clients and their secrets, for the operator. */
export function clientRoutes(api: Api, { config, ids }: Deps): void {
  api.get(
    '/admin/clients',
    {
      document: ({ items, nextCursor }: Page<ClientBody>, request) =>
        documentOf(items.map(clientResource), request, 'clients', nextCursor),
    },
    async ({ db, query }) => {
      const page = readPage(query);
      const clients = await listClients(db, query.partyId, page);
      return ok(pageOf(clients, page.limit, ({ id }) => ({ key: id, id }), presentClient));
    },
  );

  api.post('/admin/clients', { prepare: newSecret }, async (request) => {
    const issued = await createClient(request, { config, ids });
    return created(issued, `/admin/clients/${encodeURIComponent(issued.clientId)}`);
  });

  api.get(
    '/admin/clients/{clientId}',
    { document: (client: ClientBody, request) => documentOf(clientResource(client), request, 'clients') },
    async ({ db, params }) => ok(presentClient(await getClient(db, params.clientId))),
  );

  api.patch('/admin/clients/{clientId}', async ({ tx, params, body }) => {
    const { active, expiresAt } = readBody(clientChange, body, 'client', config);
    const client = await lockClient(tx, params.clientId);
    const changed = {
      ...client,
      ...(active !== undefined && { active }),
      ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
    };
    saveClient(tx, changed);
    return ok(presentClient(changed));
  });

  api.post('/admin/clients/{clientId}/secrets', { prepare: newSecret }, async (request) =>
    created(await issueSecret(request, request.params.clientId, ids)),
  );

  api.delete('/admin/clients/{clientId}/secrets/{secretId}', async ({ tx, params }) => {
    await revokeSecret(tx, params.clientId, params.secretId);
    return noContent();
  });
}
