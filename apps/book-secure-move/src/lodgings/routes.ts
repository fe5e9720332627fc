import type { Lodging } from '@switchyard/domain/book-secure-move';
import { createdText, noContent, okText, writeDocument } from '@switchyard/http';
import { getMove } from '../moves/repository';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { checkIncludes } from '../shared/include';
import { describePage, pageOf } from '../shared/paging';
import { authoritiesOnly } from './authorities-only';
import { cancelAllLodgings, cancelOneLodging } from './cancel-lodging';
import { createLodging } from './create-lodging';
import { lodgingIncludes } from './includes';
import { lodgingAmong } from './lodging-among';
import { lodgingsOfMoves } from './repository';
import { presentLodging } from './serializer';
import { updateLodging } from './update-lodging';

export function lodgingRoutes(api: Api, deps: Deps): void {
  const { reference } = deps;
  const checkInclude = checkIncludes(lodgingIncludes);

  api.get('/moves/{move_id}/lodgings', { before: checkInclude }, async (request) => {
    const move = await getMove(request.db, request.caller, request.params.move_id);
    const lodgings = (await lodgingsOfMoves(request.db, [move.id])).filter(({ status }) => status !== 'cancelled');
    const page = pageOf(request);
    const { asked, tree } = lodgingIncludes.read(request.query.include);
    const resources = lodgings
      .slice(page.offset, page.offset + page.size)
      .map((lodging) => presentLodging(lodging, reference.current, tree));
    return okText(writeDocument(resources, { withIncluded: asked, ...describePage(request, page, lodgings.length) }));
  });

  // NOTE the real service has no such path, yet its webhooks link to it
  api.get('/moves/{move_id}/lodgings/{lodging_id}', { before: checkInclude }, async ({ db, caller, params, query }) => {
    const move = await getMove(db, caller, params.move_id);
    return okText(documentOf(lodgingAmong(await lodgingsOfMoves(db, [move.id]), params.lodging_id), query.include));
  });

  api.post(
    '/moves/{move_id}/lodgings',
    {
      before: (request) => {
        checkInclude(request);
        authoritiesOnly(request);
      },
    },
    async (request) => {
      const lodging = await createLodging(actOf(request, deps), request.params.move_id, request.body.data);
      return createdText(documentOf(lodging, control(request, 'include')));
    },
  );

  api.patch('/moves/{move_id}/lodgings/{lodging_id}', { before: checkInclude }, async (request) => {
    const { move_id, lodging_id } = request.params;
    const lodging = await updateLodging(actOf(request, deps), move_id, lodging_id, request.body.data);
    return okText(documentOf(lodging, control(request, 'include')));
  });

  api.post('/moves/{move_id}/lodgings/{lodging_id}/cancel', { before: authoritiesOnly }, async (request) => {
    const { move_id, lodging_id } = request.params;
    await cancelOneLodging(actOf(request, deps), move_id, lodging_id, request.body.data);
    return noContent();
  });

  api.post('/moves/{move_id}/lodgings/cancel', { before: authoritiesOnly }, async (request) => {
    await cancelAllLodgings(actOf(request, deps), request.params.move_id, request.body.data);
    return noContent();
  });

  function documentOf(lodging: Lodging, include: unknown): string {
    const { asked, tree } = lodgingIncludes.read(include);
    return writeDocument(presentLodging(lodging, reference.current, tree), { withIncluded: asked });
  }
}
