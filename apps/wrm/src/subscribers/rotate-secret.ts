import type { SecretRotation } from '@switchyard/domain/wrm';
import type { SecretBox } from '@switchyard/webhooks';
import { rotateSecret } from '@switchyard/webhooks';
import type { Act } from '../shared/deps';
import { lockSubscriber, saveSubscriber } from './repository';
import type { Subscriber } from './subscriber';

/** Signs with another secret from now on, beside the old one until the overlap ends. Refused while a rotation is open. */
export async function rotateSubscriberSecret(
  act: Act,
  secrets: SecretBox,
  id: string,
  rotation: SecretRotation,
): Promise<Subscriber> {
  const subscriber = await rotate(act, secrets, await lockSubscriber(act.tx, act.caller, id), rotation);
  saveSubscriber(act.tx, subscriber, act.now);
  return subscriber;
}

/** As `rotateSubscriberSecret`, of a subscription that is held already and stored afterwards. */
export async function rotate(
  { tx, now }: Act,
  secrets: SecretBox,
  subscriber: Subscriber,
  { secretKey, overlapSeconds }: SecretRotation,
): Promise<Subscriber> {
  const previousUntil = new Date(now.getTime() + overlapSeconds * 1_000);
  await rotateSecret(tx, secrets, { id: subscriber.id, secret: secretKey, previousUntil, now });
  return { ...subscriber, secretVersion: subscriber.secretVersion + 1 };
}
