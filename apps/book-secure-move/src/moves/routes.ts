import type { ReadRequest, Reply } from '@switchyard/http';
import { createdText, okText } from '@switchyard/http';
import type { Caller } from '../caller';
import { orderTransfers } from '../events/prison-transfers';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { filtersIn, textsOf } from '../shared/filters';
import { checkIncludes } from '../shared/include';
import { describePage, pageOf } from '../shared/paging';
import { isUuid } from '../shared/uuid';
import { createMove } from './create-move';
import { exportMoves } from './csv/export-moves';
import { listMoves } from './list-moves';
import type { MoveFilters } from './list-query';
import { locationOfPrisoner, namedPrisonerLocation, prisonerLocation } from './prisoner-location';
import { getShownMove } from './repository';
import { seek } from './seek';
import { sortingOf } from './sorting';
import { updateMove } from './update-move';
import { versionFor } from './versions';

export function moveRoutes(api: Api, deps: Deps): void {
  const { reference, nomis } = deps;
  const one = { before: (request: Asked) => checkIncludes(versionFor(request.caller).includes)(request) };
  const list = { before: (request: Asked) => checkIncludes(versionFor(request.caller).listIncludes)(request) };

  api.get('/moves', list, (request) => answerList(request, filtersIn(request.query)));

  api.ask('/moves/filtered', list, (request) => answerList(request, textsOf(request.body.data.attributes.filter)));

  api.ask('/moves/csv', async ({ db, caller, query, body }): Promise<Reply<200>> => {
    const filters = { ...textsOf(body?.filter), ...filtersIn(query) };
    const csv = await exportMoves(db, caller, filters, reference.current);
    return { status: 200, raw: csv, type: 'text/csv', headers: { 'Content-Disposition': 'inline' } };
  });

  api.get('/moves/{move_id}', one, async ({ db, caller, params, query }) => {
    const { includes, bareDocument } = versionFor(caller);
    const shown = await getShownMove(db, caller, params.move_id);
    const place = await locationOfPrisoner(nomis, shown.prisonNumber);
    return okText(await bareDocument(db, shown, place, includes.read(query.include), reference.current));
  });

  api.post(
    '/moves',
    {
      ...one,
      preparesInside: !nomis.remote,
      prepare: async ({ db, caller, body }) => {
        const sought = await seek(db, versionFor(caller), body.data);
        return { sought, place: await namedPrisonerLocation(nomis, sought.named) };
      },
    },
    async (request) => {
      const { sought, place } = request.prepared;
      const { includes, creation, bareDocument } = versionFor(request.caller);
      const act = actOf(request, deps);
      const created = await createMove(act, request.body.data, sought, creation);
      const include = includes.read(control(request, 'include'));
      return createdText(await bareDocument(act.tx, created, place, include, act.reference));
    },
  );

  api.patch(
    '/moves/{move_id}',
    {
      ...one,
      prepare: async ({ db, caller, body, params }) => {
        const named = await versionFor(caller).findChangedProfile(db, body.data);
        const place =
          named === undefined && isUuid(params.move_id)
            ? await prisonerLocation(db, nomis, params.move_id)
            : await namedPrisonerLocation(nomis, named);
        return { named, place };
      },
    },
    async (request) => {
      const { named, place } = request.prepared;
      const { includes, change, document } = versionFor(request.caller);
      const act = actOf(request, deps);
      const move = await updateMove(act, request.params.move_id, request.body.data, named, change);
      if (String(control(request, 'create_in_nomis')) === 'true' && move.allocationId !== null) {
        orderTransfers(deps, act.tx, [{ kind: 'create_transfer', moveId: move.id }]);
      }
      const include = includes.read(control(request, 'include'));
      return okText(await document(act.tx, move, place, include, act.reference));
    },
  );

  async function answerList(request: ListRequest, filters: MoveFilters): Promise<Reply<200>> {
    const { db, caller, query } = request;
    const { listIncludes, listsProfiles, listDocument } = versionFor(caller);
    const include = listIncludes.read(control(request, 'include'));
    const page = pageOf(request);
    const sorting = sortingOf(query['sort[by]'], query['sort[direction]']);
    const { moves, total } = await listMoves(db, caller, {
      filters,
      sorting,
      page,
      withProfiles: listsProfiles(include),
    });
    const wishes = { include, meta: query.meta, page: describePage(request, page, total) };
    return okText(await listDocument(db, moves, wishes, reference.current));
  }
}

/** What an include is read from. */
type Asked = Pick<ReadRequest<unknown, Caller>, 'caller' | 'query'> & { body?: unknown };

type ListRequest = Asked & Pick<ReadRequest<unknown, Caller>, 'origin' | 'path' | 'db'>;
