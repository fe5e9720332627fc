import type { Transaction } from '@switchyard/db';
import type { JourneyAction, LegacyBody } from '@switchyard/domain/book-secure-move';
import type { Reply } from '@switchyard/http';
import { noContent } from '@switchyard/http';
import type { Caller } from '../../caller';
import type { Api, Deps } from '../../shared/deps';
import { actOf } from '../../shared/deps';
import { nothingToInclude } from '../../shared/include';
import { recordJourneyAction } from './record-journey-action';

interface JourneyActionRequest {
  tx: Transaction;
  caller: Caller;
  now: Date;
  params: { move_id: string; journey_id: string };
  body: { data: LegacyBody };
}

/** What can be done to a journey beside changing its attributes: each leaves an event. */
export function journeyActionRoutes(api: Api, deps: Deps): void {
  api.post('/moves/{move_id}/journeys/{journey_id}/cancel', nothingToInclude, on('cancel'));
  api.post('/moves/{move_id}/journeys/{journey_id}/complete', nothingToInclude, on('complete'));
  api.post('/moves/{move_id}/journeys/{journey_id}/lockouts', nothingToInclude, on('lockouts'));
  api.post('/moves/{move_id}/journeys/{journey_id}/lodgings', nothingToInclude, on('lodgings'));
  api.post('/moves/{move_id}/journeys/{journey_id}/reject', nothingToInclude, on('reject'));
  api.post('/moves/{move_id}/journeys/{journey_id}/start', nothingToInclude, on('start'));
  api.post('/moves/{move_id}/journeys/{journey_id}/uncancel', nothingToInclude, on('uncancel'));
  api.post('/moves/{move_id}/journeys/{journey_id}/uncomplete', nothingToInclude, on('uncomplete'));

  function on(action: JourneyAction) {
    return async (request: JourneyActionRequest): Promise<Reply<204>> => {
      const { params, body } = request;
      const ids = { moveId: params.move_id, journeyId: params.journey_id };
      await recordJourneyAction(actOf(request, deps), action, ids, body.data);
      return noContent();
    };
  }
}
