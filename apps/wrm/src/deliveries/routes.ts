import { bulkRedelivery } from '@switchyard/domain/wrm';
import type { Reply } from '@switchyard/http';
import { noContent, ok } from '@switchyard/http';
import { getEndpoint, listDeliveries, skip } from '@switchyard/webhooks';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageOf } from '../shared/paging';
import { readBody } from '../shared/read-body';
import { getSubscriberEver } from '../subscribers/repository';
import { findDelivery, findLiveDelivery } from './find-delivery';
import { readDeliveryQuery } from './list-query';
import { redeliverMatching, redeliverOne } from './redeliver';
import type { DeliveryBody, DeliveryDetailBody } from './serializer';
import { deliveryResource, presentDelivery, presentDetail } from './serializer';

/** The log of deliveries: what was sent, what came back, and what is sent again or passed over. */
export function deliveryRoutes(api: Api, deps: Deps): void {
  api.get(
    '/subscribers/{subscriberId}/deliveries',
    {
      document: ({ items, nextCursor }: Page<DeliveryBody>, request) =>
        documentOf(items.map(deliveryResource), request, 'deliveries', nextCursor),
    },
    async ({ db, params, query, caller }) => {
      const filter = readDeliveryQuery(query);
      const { id } = await getSubscriberEver(db, caller, params.subscriberId);
      // One more than a page tells whether there is another.
      const { deliveries } = await listDeliveries(db, { ...filter, endpointId: id, limit: filter.limit + 1 });
      return ok(
        pageOf(deliveries, filter.limit, (each) => ({ key: String(each.number), id: each.id }), presentDelivery),
      );
    },
  );

  api.get(
    '/deliveries/{deliveryId}',
    {
      document: (delivery: DeliveryDetailBody, request) =>
        documentOf(deliveryResource(delivery), request, 'deliveries'),
    },
    async ({ db, params, caller }) => {
      const delivery = await findDelivery(db, caller, params.deliveryId);
      return ok(presentDetail(delivery, (await getEndpoint(db, delivery.endpointId)).url));
    },
  );

  api.post('/deliveries/{deliveryId}/redeliver', async (request) => {
    const { deliveryId } = request.params;
    await redeliverOne(actOf(request, deps), deliveryId);
    return accepted({ deliveryId });
  });

  api.post('/deliveries/{deliveryId}/skip', async ({ tx, params, caller, now }) => {
    const { id } = await findLiveDelivery(tx, caller, params.deliveryId);
    await skip(tx, id, now);
    return noContent();
  });

  api.post('/subscribers/{subscriberId}/redeliver', async (request) => {
    const redelivery = readBody(bulkRedelivery, request.body, 'redelivery', deps.config);
    return accepted({ count: await redeliverMatching(actOf(request, deps), request.params.subscriberId, redelivery) });
  });
}

const accepted = (body: object): Reply<202> => ({ status: 202, body });
