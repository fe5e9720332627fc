import { NotFound } from '@switchyard/domain';
import { createdText, okText, writeDocument } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { nothingToInclude } from '../shared/include';
import { uuidOf } from '../shared/uuid';
import { postEvent } from './post-event';
import { orderTransfers } from './prison-transfers';
import { findEvent } from './repository';
import { presentEvent } from './serializer';

export function eventRoutes(api: Api, deps: Deps): void {
  const { reference } = deps;

  api.post('/events', nothingToInclude, async (request) => {
    const { event, transfers } = await postEvent(actOf(request, deps), request.body.data);
    orderTransfers(deps, request.tx, transfers);
    return createdText(writeDocument(presentEvent(event, reference.current)));
  });

  api.get('/events/{event_id}', nothingToInclude, async ({ db, params }) => {
    const event = await findEvent(db, uuidOf('generic_event', params.event_id));
    if (!event) throw new NotFound('generic_event', params.event_id);
    return okText(writeDocument(presentEvent(event, reference.current)));
  });
}
