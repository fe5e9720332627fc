import { NotFound } from '@switchyard/domain';
import { organisationTypes } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import type { Deps, PartyApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf, resource } from '../shared/json-api';
import { QueryReader } from '../shared/query-reader';
import { organisationResponse, organisationSummary, workstreamResponse } from './responses';
import { emailOf, renameUser, showUser } from './users';
import { createWorkstream, mayManage, updateWorkstream } from './workstreams';

interface Named {
  organisation_reference: string;
}

interface Stream extends Named {
  prefix: string;
}

const organisationResource = (each: Named & { contractors?: Named[] }) =>
  resource('organisations', each.organisation_reference, each, {
    contractors: (each.contractors ?? []).map((contractor) =>
      resource('organisations', contractor.organisation_reference, contractor),
    ),
  });

const workstreamResource = (each: Stream) =>
  resource('workstreams', `${each.organisation_reference}-${each.prefix}`, each);

/** Organisations, their workstreams, and users. */
export function partyRoutes(api: PartyApi, deps: Deps): void {
  const { directory } = deps;

  api.get(
    '/organisations',
    { document: (all: Named[], request) => documentOf(all.map(organisationResource), request, 'organisations') },
    (request) => {
      const reader = new QueryReader(request);
      const types = reader.among('type', organisationTypes);
      const wanted = reader.text('query')?.toUpperCase() ?? '';
      reader.check();
      const found = directory.all.filter(
        ({ type, name }) => (types.length === 0 || types.includes(type)) && name.toUpperCase().includes(wanted),
      );
      return ok(found.map(organisationSummary));
    },
  );

  api.get(
    '/organisations/{organisationReference}',
    { document: (one: Named, request) => documentOf(organisationResource(one), request, 'organisations') },
    ({ params }) => ok(organisationResponse(directory.get(params.organisationReference), directory)),
  );

  const WORKSTREAMS = '/organisations/{organisationReference}/workstreams';

  api.get(
    WORKSTREAMS,
    { document: (all: Stream[], request) => documentOf(all.map(workstreamResource), request, 'workstreams') },
    ({ params, caller }) => {
      const organisation = directory.get(params.organisationReference);
      mayManage(caller, organisation);
      return ok(directory.workstreamsOf(organisation.reference).map(workstreamResponse));
    },
  );

  // The caller reads its own write; other processes hear of it.
  const afterwards = async <R>(_request: unknown, reply: R): Promise<R> => {
    await directory.load();
    return reply;
  };

  api.post(WORKSTREAMS, { afterwards }, async (request) => {
    const organisation = directory.get(request.params.organisationReference);
    mayManage(request.caller, organisation);
    return created(await createWorkstream(actOf(request, deps), organisation, request.body));
  });

  api.get(
    `${WORKSTREAMS}/{workstreamPrefix}`,
    { document: (one: Stream, request) => documentOf(workstreamResource(one), request, 'workstreams') },
    ({ params }) => {
      const organisation = directory.get(params.organisationReference);
      const workstream = directory.workstream(organisation.reference, params.workstreamPrefix);
      if (!workstream) throw new NotFound('workstream', params.workstreamPrefix);
      return ok(workstreamResponse(workstream));
    },
  );

  api.put(`${WORKSTREAMS}/{workstreamPrefix}`, { afterwards }, async (request) => {
    const organisation = directory.get(request.params.organisationReference);
    mayManage(request.caller, organisation);
    await updateWorkstream(actOf(request, deps), organisation, request.params.workstreamPrefix, request.body);
    return noContent();
  });

  api.get(
    '/users/{email}',
    {
      document: (user: object, request) =>
        documentOf(resource('users', emailOf(request.params.email), user), request, 'users'),
    },
    async ({ db, params, query }) => ok(await showUser(db, params.email, query.swaCode, deps)),
  );

  api.put('/users/{email}', async (request) => {
    await renameUser(actOf(request, deps), request.params.email, request.body);
    return noContent();
  });
}
