import { dateTimeOf, fault, faultsWhen, refuseFaults } from '@switchyard/domain/wrm';
import { enqueue } from '@switchyard/webhooks';
import type { Act } from '../shared/deps';
import { lockSubscriber } from './repository';

/** Sends a signed PingNotify beside all lanes; gives the id of its delivery. Refused for one that is not verified. */
export async function ping({ tx, caller, ids, now }: Act, subscriberId: string): Promise<string> {
  const { status } = await lockSubscriber(tx, caller, subscriberId);
  const message = `Only a Verified subscription can be pinged; this one is ${status}.`;
  refuseFaults(faultsWhen(status !== 'Verified', fault('WRM-409-32', 'subscriber', 'state', ['status'], message)));
  const [id, notificationId] = [ids.uuid(), ids.uuid()];
  const type = 'PingNotify';
  const body = { notificationType: type, notificationId, notificationDateTime: dateTimeOf(now), subscriberId };
  enqueue(tx, [{ id, endpointId: subscriberId, lane: null, notificationId, type, body: JSON.stringify(body) }], now);
  return id;
}
