import type { Webhooks } from '../dispatch/webhooks';
import type { Act } from '../shared/deps';
import { challengedAgain } from './lifecycle';
import { startedByHand } from './manual-starts';
import { lockSubscriber, saveSubscriber } from './repository';
import type { Subscriber } from './subscriber';

/** Starts three more challenges: for one that is not verified (`verify`), or one that was suspended (`resume`). */
export async function challengeAgain(
  { tx, caller, now }: Act,
  webhooks: Webhooks,
  id: string,
  event: 'verify' | 'resume',
): Promise<Subscriber> {
  const subscriber = challengedAgain(await lockSubscriber(tx, caller, id), event, now);
  const counted = startedByHand(subscriber, now);
  saveSubscriber(tx, counted, now);
  webhooks.challengeAfter(tx);
  return counted;
}
