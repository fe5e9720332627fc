import type { Connection } from '@switchyard/db';
import { newSubscriber, secretRotation, subscriberChange, subscriberStates } from '@switchyard/domain/wrm';
import type { Reply } from '@switchyard/http';
import { created, noContent, ok } from '@switchyard/http';
import { getEndpoint, listEndpoints } from '@switchyard/webhooks';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageIn, pageOf, queryFault, refuseQuery } from '../shared/paging';
import { readBody } from '../shared/read-body';
import { challengeAgain } from './challenge-again';
import { changeSubscriber } from './change-subscriber';
import { createSubscriber } from './create-subscriber';
import { endSubscriber } from './end-subscriber';
import { ping } from './ping';
import { getSubscriber, listSubscribers } from './repository';
import { rotateSubscriberSecret } from './rotate-secret';
import type { SubscriberBody } from './serializer';
import { presentRotation, presentSubscriber, subscriberResource } from './serializer';
import type { Subscriber } from './subscriber';
import { refuseForbiddenWebhook } from './webhook-checks';

const listed = subscriberStates.filter((status) => status !== 'Deleted');

/** Subscriptions: where a party is told what happens, and whether that webhook is its own. */
export function subscriberRoutes(api: Api, deps: Deps): void {
  const { config, webhooks } = deps;
  const { egress, secrets } = webhooks;

  api.get(
    '/subscribers',
    {
      document: ({ items, nextCursor }: Page<SubscriberBody>, request) =>
        documentOf(items.map(subscriberResource), request, 'subscribers', nextCursor),
    },
    async ({ db, query, caller, now }) => {
      const status = listed.find((each) => each === query.status);
      const { page, faults } = pageIn(query, 'instant');
      const isUnknown = query.status !== undefined && !status;
      refuseQuery([...(isUnknown ? [queryFault('status', `status is one of ${listed.join(', ')}.`)] : []), ...faults]);
      const subscribers = await listSubscribers(db, caller, status, page);
      const endpoints = await listEndpoints(
        db,
        subscribers.map(({ id }) => id),
      );
      const endpointOf = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
      return ok(
        pageOf(
          subscribers,
          page.limit,
          ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }),
          (each) => presentSubscriber(each, endpointOf.get(each.id)!, now),
        ),
      );
    },
  );

  api.post(
    '/subscribers',
    {
      prepare: async ({ body }) => {
        const given = readBody(newSubscriber, body, 'subscriber', config);
        await refuseForbiddenWebhook(egress, given.webhookUrl);
        return given;
      },
    },
    async (request) => {
      const subscriber = await createSubscriber(actOf(request, deps), webhooks, request.prepared);
      return created(await shown(request.tx, subscriber, request.now), `/subscribers/${subscriber.id}`);
    },
  );

  api.get(
    '/subscribers/{subscriberId}',
    {
      document: (subscriber: SubscriberBody, request) =>
        documentOf(subscriberResource(subscriber), request, 'subscribers'),
    },
    async ({ db, params, caller, now }) =>
      ok(await shown(db, await getSubscriber(db, caller, params.subscriberId), now)),
  );

  api.patch(
    '/subscribers/{subscriberId}',
    {
      prepare: async ({ body }) => {
        const change = readBody(subscriberChange, body, 'subscriber', config);
        if (change.webhookUrl !== undefined) await refuseForbiddenWebhook(egress, change.webhookUrl);
        return change;
      },
    },
    async (request) => {
      const { tx, params, prepared, now } = request;
      return ok(
        await shown(tx, await changeSubscriber(actOf(request, deps), webhooks, params.subscriberId, prepared), now),
      );
    },
  );

  api.delete('/subscribers/{subscriberId}', async (request) => {
    await endSubscriber(actOf(request, deps), request.params.subscriberId);
    return noContent();
  });

  for (const event of ['verify', 'resume'] as const) {
    api.post(`/subscribers/{subscriberId}/${event}`, async (request) => {
      const subscriber = await challengeAgain(actOf(request, deps), webhooks, request.params.subscriberId, event);
      return accepted(await shown(request.tx, subscriber, request.now));
    });
  }

  api.post('/subscribers/{subscriberId}/rotate-secret', async (request) => {
    const { tx, params, body, now } = request;
    const rotation = readBody(secretRotation, body, 'subscriber', config);
    const subscriber = await rotateSubscriberSecret(actOf(request, deps), secrets, params.subscriberId, rotation);
    return ok(presentRotation(subscriber, await getEndpoint(tx, subscriber.id), now));
  });

  api.post('/subscribers/{subscriberId}/ping', async (request) =>
    accepted({ deliveryId: await ping(actOf(request, deps), request.params.subscriberId) }),
  );
}

const accepted = (body: object): Reply<202> => ({ status: 202, body });

const shown = async (db: Connection, subscriber: Subscriber, now: Date): Promise<SubscriberBody> =>
  presentSubscriber(subscriber, await getEndpoint(db, subscriber.id), now);
