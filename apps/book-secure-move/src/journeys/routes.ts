import { createdText, okText, writeDocument } from '@switchyard/http';
import { getMove } from '../moves/repository';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { checkIncludes } from '../shared/include';
import { describePage, pageOf } from '../shared/paging';
import { createJourney } from './create-journey';
import { journeyIncludes, journeysIncludes } from './includes';
import type { NumberedJourney } from './read-journeys';
import { getJourney, listJourneys } from './read-journeys';
import { presentJourney, presentListedJourney } from './serializer';
import { updateJourney } from './update-journey';

export function journeyRoutes(api: Api, deps: Deps): void {
  const { reference } = deps;

  api.get('/moves/{move_id}/journeys', { before: checkIncludes(journeysIncludes) }, async (request) => {
    const { db, caller } = request;
    const move = await getMove(db, caller, request.params.move_id);
    // All journeys of a move are few, and each is numbered among all of them: the page is cut from the whole.
    const journeys = await listJourneys(db, caller, move.id);
    const page = pageOf(request);
    const { asked, tree } = journeysIncludes.read(request.query.include);
    const resources = journeys
      .slice(page.offset, page.offset + page.size)
      .map(({ journey, number }) => presentListedJourney(journey, number, reference.current, tree));
    return okText(writeDocument(resources, { withIncluded: asked, ...describePage(request, page, journeys.length) }));
  });

  api.get('/moves/{move_id}/journeys/{journey_id}', { before: checkIncludes(journeyIncludes) }, async (request) => {
    const { db, caller, params } = request;
    const move = await getMove(db, caller, params.move_id);
    return okText(documentOf(await getJourney(db, caller, move.id, params.journey_id), request.query.include));
  });

  api.post('/moves/{move_id}/journeys', { before: checkIncludes(journeyIncludes) }, async (request) => {
    const journey = await createJourney(actOf(request, deps), request.params.move_id, request.body.data);
    return createdText(documentOf(journey, control(request, 'include')));
  });

  api.patch('/moves/{move_id}/journeys/{journey_id}', { before: checkIncludes(journeyIncludes) }, async (request) => {
    const { move_id, journey_id } = request.params;
    const journey = await updateJourney(actOf(request, deps), move_id, journey_id, request.body.data);
    return okText(documentOf(journey, control(request, 'include')));
  });

  function documentOf({ journey, number }: NumberedJourney, include: unknown): string {
    const { asked, tree } = journeyIncludes.read(include);
    return writeDocument(presentJourney(journey, number, reference.current, tree), { withIncluded: asked });
  }
}
