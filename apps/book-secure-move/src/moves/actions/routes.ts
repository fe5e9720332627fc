import type { Transaction } from '@switchyard/db';
import type { LegacyBody, MoveAction } from '@switchyard/domain/book-secure-move';
import type { Reply } from '@switchyard/http';
import { noContent } from '@switchyard/http';
import type { Caller } from '../../caller';
import { orderTransfers } from '../../events/prison-transfers';
import type { Api, Deps } from '../../shared/deps';
import { actOf } from '../../shared/deps';
import { nothingToInclude } from '../../shared/include';
import { recordMoveAction } from './record-move-action';

interface MoveActionRequest {
  tx: Transaction;
  caller: Caller;
  now: Date;
  params: { move_id: string };
  body: { data: LegacyBody };
}

/** What can be done to a move beside changing its attributes: each leaves an event. */
export function moveActionRoutes(api: Api, deps: Deps): void {
  api.post('/moves/{move_id}/accept', nothingToInclude, on('accept'));
  api.post('/moves/{move_id}/approve', nothingToInclude, on('approve'));
  api.post('/moves/{move_id}/cancel', nothingToInclude, on('cancel'));
  api.post('/moves/{move_id}/complete', nothingToInclude, on('complete'));
  api.post('/moves/{move_id}/lockouts', nothingToInclude, on('lockouts'));
  api.post('/moves/{move_id}/redirects', nothingToInclude, on('redirects'));
  api.post('/moves/{move_id}/reject', nothingToInclude, on('reject'));
  api.post('/moves/{move_id}/start', nothingToInclude, on('start'));

  function on(action: MoveAction) {
    return async (request: MoveActionRequest): Promise<Reply<204>> => {
      const { params, body, tx } = request;
      const { transfers } = await recordMoveAction(actOf(request, deps), action, params.move_id, body.data);
      orderTransfers(deps, tx, transfers);
      return noContent();
    };
  }
}
