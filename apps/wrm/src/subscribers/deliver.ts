import type { NotifyType } from '@switchyard/domain/wrm';
import type { NewDelivery } from '@switchyard/webhooks';
import { enqueue } from '@switchyard/webhooks';
import type { Act } from '../shared/deps';
import { faultyPlace } from './faulty-place';
import type { Wanting } from './wanting';
import { isFor } from './wanting';

/** A notification of a task to a party. */
export interface Outbound {
  notificationId: string;
  type: NotifyType;
  toPartyId: string;
  taskId: string;
  /** Place among the notifications of the task to this party, from 1: `X-WRM-Sequence`. */
  sequence: number;
  /** The exact text for one subscription; it is signed and sent at every attempt. */
  bodyFor(subscriberId: string): string;
}

/** One lane for everything, where a deployment keeps the order of a whole subscription. */
const WHOLE_SUBSCRIPTION = 'subscription';

/**
 * Records a delivery of each notification for every one of these live subscriptions of its party that wants it, in their
 * order and in the transaction that made it true. They go out after the commit, or once their subscription is verified.
 */
export function deliver(act: Act, subscribers: readonly Wanting[], outbound: readonly Outbound[]): void {
  const deliveries = outbound.flatMap((notification) =>
    subscribers
      .filter((subscriber) => isFor(subscriber, notification.toPartyId, notification.type))
      .map((subscriber) => deliveryOf(act, notification, subscriber)),
  );
  enqueue(act.tx, deliveries, act.now);
}

function deliveryOf({ ids, config, now }: Act, notification: Outbound, { id, faults }: Wanting): NewDelivery {
  const { taskId, notificationId, type, sequence } = notification;
  const delivery: NewDelivery = {
    id: ids.uuid(),
    endpointId: id,
    lane: config.webhooks.lane === 'task' ? taskId : WHOLE_SUBSCRIPTION,
    subject: taskId,
    sequence,
    notificationId,
    type,
    body: notification.bodyFor(id),
  };
  return faults ? { ...delivery, ...faultyPlace(delivery, faults, now) } : delivery;
}
