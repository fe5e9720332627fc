import type { WrmComponents } from '@switchyard/contracts';
import type { Resource } from '@switchyard/http';
import type { Endpoint } from '@switchyard/webhooks';
import { linkTo, resource } from '../shared/json-api';
import { isExhausted } from './lifecycle';
import type { Subscriber } from './subscriber';

type Schemas = WrmComponents['schemas'];
export type SubscriberBody = Schemas['Subscriber'];

/** A live subscription beside what the delivery engine knows of it. */
export function presentSubscriber(subscriber: Subscriber, endpoint: Endpoint, now: Date): SubscriberBody {
  const { challenge } = subscriber;
  return {
    subscriberId: subscriber.id,
    partyId: subscriber.partyId,
    webhookUrl: subscriber.webhookUrl,
    ...(subscriber.pendingUrl !== null && { pendingWebhookUrl: subscriber.pendingUrl }),
    status: subscriber.status as SubscriberBody['status'],
    notificationTypes: [...subscriber.notificationTypes],
    description: subscriber.description,
    secretVersion: subscriber.secretVersion,
    previousSecretExpiresDateTime: overlapEnd(endpoint, now),
    failingSince: written(endpoint.failingSince),
    createdDateTime: subscriber.createdAt.toISOString(),
    verification: {
      attempts: challenge.attempts,
      lastAttemptDateTime: written(challenge.lastAt),
      lastError: challenge.lastError,
      nextAttemptDateTime: isExhausted(subscriber) ? null : written(challenge.dueAt),
    },
  };
}

export const presentRotation = (
  { id, secretVersion }: Subscriber,
  endpoint: Endpoint,
  now: Date,
): Schemas['RotatedSecret'] => ({
  subscriberId: id,
  secretVersion,
  previousSecretExpiresDateTime: overlapEnd(endpoint, now),
});

export const subscriberResource = (subscriber: SubscriberBody): Resource =>
  resource('subscribers', subscriber.subscriberId, subscriber, { party: linkTo('parties', subscriber.partyId) }, [
    'subscriberId',
    'partyId',
  ]);

const overlapEnd = ({ previousSecretUntil }: Endpoint, now: Date): string | null =>
  previousSecretUntil && previousSecretUntil > now ? previousSecretUntil.toISOString() : null;

const written = (instant: Date | null): string | null => instant?.toISOString() ?? null;
