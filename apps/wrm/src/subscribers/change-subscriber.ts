import type { SubscriberChange } from '@switchyard/domain/wrm';
import { refuseFaults, subscriberLimits } from '@switchyard/domain/wrm';
import { changeUrl } from '@switchyard/webhooks';
import type { Webhooks } from '../dispatch/webhooks';
import type { Act } from '../shared/deps';
import { challengedAgain } from './lifecycle';
import { startedByHand } from './manual-starts';
import { getSubscriber, lockSubscriber, lockSubscribersOf, saveSubscriber } from './repository';
import { rotate } from './rotate-secret';
import type { Subscriber } from './subscriber';
import { challengedFrom } from './subscriber';
import { checkUrlIsFree } from './webhook-checks';

/** Changes what is named of a subscription. A new secret is a rotation with the usual overlap. */
export async function changeSubscriber(
  act: Act,
  webhooks: Webhooks,
  id: string,
  { webhookUrl, secretKey, notificationTypes, description }: SubscriberChange,
): Promise<Subscriber> {
  const { tx, caller, now } = act;
  const { partyId } = await getSubscriber(tx, caller, id);
  // The party before its subscription, as everywhere, so that no two requests wait for each other.
  const others = webhookUrl === undefined ? [] : await lockSubscribersOf(tx, partyId);
  let subscriber = await lockSubscriber(tx, caller, id);
  if (webhookUrl !== undefined) {
    const siblings = others.filter((other) => other.id !== id);
    refuseFaults(checkUrlIsFree(webhookUrl, siblings));
    subscriber = await moveTo(act, webhooks, subscriber, webhookUrl);
  }
  if (secretKey !== undefined) {
    const overlapSeconds = subscriberLimits.overlapSeconds.usual;
    subscriber = await rotate(act, webhooks.secrets, subscriber, { secretKey, overlapSeconds });
  }
  subscriber = {
    ...subscriber,
    ...(notificationTypes && { notificationTypes }),
    ...(description !== undefined && { description }),
  };
  saveSubscriber(tx, subscriber, now);
  return subscriber;
}

/** The old webhook of a verified subscription receives until the new one has answered; another's is replaced at once. */
async function moveTo({ tx, now }: Act, webhooks: Webhooks, subscriber: Subscriber, url: string): Promise<Subscriber> {
  const { status, webhookUrl, pendingUrl, challenge } = subscriber;
  if (url === (pendingUrl ?? webhookUrl)) return subscriber;
  if (status === 'Verified' && url === webhookUrl) {
    return { ...subscriber, pendingUrl: null, challenge: { ...challenge, dueAt: null, lastError: null } };
  }
  const counted = startedByHand(subscriber, now);
  if (status !== 'Verified') await changeUrl(tx, subscriber.id, url);
  // A suspended subscription is challenged when it is resumed.
  if (status === 'Suspended') return { ...counted, webhookUrl: url, pendingUrl: null };
  webhooks.challengeAfter(tx);
  return status === 'Verified'
    ? { ...counted, pendingUrl: url, challenge: challengedFrom(now) }
    : challengedAgain({ ...counted, webhookUrl: url, pendingUrl: null }, 'verify', now);
}
