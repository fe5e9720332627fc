import type { NewSubscriber } from '@switchyard/domain/wrm';
import { refuseFaults } from '@switchyard/domain/wrm';
import { createEndpoint } from '@switchyard/webhooks';
import type { Webhooks } from '../dispatch/webhooks';
import type { Act } from '../shared/deps';
import { lockSubscribersOf, nextSubscriberId, saveSubscriber } from './repository';
import type { Subscriber } from './subscriber';
import { challengedFrom } from './subscriber';
import { checkRoom, checkUrlIsFree } from './webhook-checks';

/** Subscribes the caller's party. Its deliveries are held until the webhook has answered the challenge that follows. */
export async function createSubscriber(
  { tx, caller, now }: Act,
  webhooks: Webhooks,
  { webhookUrl, secretKey, notificationTypes, description }: NewSubscriber,
): Promise<Subscriber> {
  const others = await lockSubscribersOf(tx, caller.partyId);
  refuseFaults([...checkUrlIsFree(webhookUrl, others), ...checkRoom(others)]);
  const subscriber: Subscriber = {
    id: await nextSubscriberId(tx),
    partyId: caller.partyId,
    status: 'PendingVerification',
    webhookUrl,
    pendingUrl: null,
    notificationTypes,
    description: description ?? null,
    secretVersion: 1,
    challenge: challengedFrom(now),
    manualStarts: { count: 0, since: null },
    createdAt: now,
  };
  const { id } = subscriber;
  createEndpoint(
    tx,
    webhooks.secrets,
    { id, url: webhookUrl, style: 'wrm', secret: secretKey, heldReason: 'unverified' },
    now,
  );
  saveSubscriber(tx, subscriber, now);
  webhooks.challengeAfter(tx);
  return subscriber;
}
