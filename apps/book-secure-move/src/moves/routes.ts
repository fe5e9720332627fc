import type { ReadRequest, Reply } from '@switchyard/http';
import { createdText, okText, writeDocument } from '@switchyard/http';
import type { Caller } from '../caller';
import { filtersIn, textsOf } from '../shared/filters';
import { checkIncludes } from '../shared/include';
import type { MoveFilters } from './list-query';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { describePage, pageOf } from '../shared/paging';
import { relatedId } from '../shared/attributes';
import { createMove } from './create-move';
import { moveDocument } from './document';
import { findProfileFacts } from './facts';
import { moveIncludes, movesIncludes } from './includes';
import { listedExtras } from './list-extras';
import { listMoves } from './list-moves';
import { presentListedMove } from './list-serializer';
import { prisonerLocation } from './prisoner-location';
import { unrelated } from './related';
import { getMove } from './repository';
import { presentMove } from './serializer';
import { sortingOf } from './sorting';
import { updateMove } from './update-move';

export function moveRoutes(api: Api, deps: Deps): void {
  const { reference, nomis } = deps;

  api.get('/moves', { before: checkIncludes(movesIncludes) }, (request) =>
    answerList(request, filtersIn(request.query)),
  );

  api.ask('/moves/filtered', { before: checkIncludes(movesIncludes) }, (request) =>
    answerList(request, textsOf(request.body.data.attributes.filter)),
  );

  api.get('/moves/{move_id}', { before: checkIncludes(moveIncludes) }, async ({ db, caller, params, query }) => {
    const move = await getMove(db, caller, params.move_id);
    const place = await prisonerLocation(db, nomis, move.profileId);
    return okText(await moveDocument(db, move, place, moveIncludes.read(query.include), reference.current));
  });

  api.post(
    '/moves',
    {
      before: checkIncludes(moveIncludes),
      prepare: async ({ db, body }) => {
        const profile = await findProfileFacts(db, relatedId(body.data, 'profile'));
        const place = profile?.prisonNumber ? await nomis.getLocationDescription(profile.prisonNumber) : null;
        return { profile, place };
      },
    },
    async (request) => {
      const { profile, place } = request.prepared;
      const act = actOf(request, deps);
      const include = moveIncludes.read(control(request, 'include'));
      const { move, hearingIds } = await createMove(act, request.body.data, profile);
      if (include.asked || hearingIds.length > 0) {
        return createdText(await moveDocument(request.tx, move, place, include, act.reference));
      }
      return createdText(writeDocument(presentMove(move, unrelated, place, include, act.reference)));
    },
  );

  api.patch('/moves/{move_id}', { before: checkIncludes(moveIncludes) }, async (request) => {
    const act = actOf(request, deps);
    const move = await updateMove(act, request.params.move_id, request.body.data);
    const place = await prisonerLocation(request.tx, nomis, move.profileId);
    const include = moveIncludes.read(control(request, 'include'));
    return okText(await moveDocument(request.tx, move, place, include, act.reference));
  });

  async function answerList(request: ListRequest, filters: MoveFilters): Promise<Reply<200>> {
    const include = movesIncludes.read(control(request, 'include'));
    const page = pageOf(request);
    const sorting = sortingOf(request.query['sort[by]'], request.query['sort[direction]']);
    const { moves, total } = await listMoves(request.db, request.caller, {
      filters,
      sorting,
      page,
      withProfiles: include.tree.profile !== undefined,
    });
    const ids = moves.map(({ move }) => move.id);
    const extras = await listedExtras(request.db, ids, include, request.query.meta, reference.current);
    const resources = moves.map((listed) => presentListedMove(listed, reference.current, include, extras));
    return okText(writeDocument(resources, { withIncluded: include.asked, ...describePage(request, page, total) }));
  }
}

type ListRequest = Pick<ReadRequest<unknown, Caller>, 'query' | 'origin' | 'path' | 'caller' | 'db'> & {
  body?: unknown;
};
