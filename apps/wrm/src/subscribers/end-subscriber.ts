import { closeEndpoint } from '@switchyard/webhooks';
import type { Act } from '../shared/deps';
import { moved } from './lifecycle';
import { lockSubscriber, saveSubscriber } from './repository';

/** Ends a subscription: what was not delivered is cancelled, the log is kept. */
export async function endSubscriber({ tx, caller, now }: Act, id: string): Promise<void> {
  const subscriber = moved(await lockSubscriber(tx, caller, id), 'delete');
  closeEndpoint(tx, id, now);
  saveSubscriber(tx, { ...subscriber, pendingUrl: null, challenge: { ...subscriber.challenge, dueAt: null } }, now);
}
