import type { BulkRedelivery } from '@switchyard/domain/wrm';
import { BULK_REDELIVERY_LIMIT } from '@switchyard/domain/wrm';
import type { OverStatus } from '@switchyard/webhooks';
import { redeliver, redeliverMany } from '@switchyard/webhooks';
import type { Act } from '../shared/deps';
import { getSubscriber } from '../subscribers/repository';
import { toStatus } from './delivery-states';
import { findLiveDelivery } from './find-delivery';

/**
 * Sends a delivery again, with the same id and bytes, in a fresh series that holds up nothing. One that is held goes out
 * by itself, and afresh, once its subscription is verified. Refused, `WRM-409-33`, while it is on its way.
 */
export async function redeliverOne({ tx, caller, now }: Act, id: string): Promise<void> {
  const { status } = await findLiveDelivery(tx, caller, id);
  if (status !== 'held') await redeliver(tx, id, now);
}

/** Sends again what matches, in its order, at most 10,000; gives how many. What is held needs nobody to send it. */
export async function redeliverMatching(
  { tx, caller, now }: Act,
  subscriberId: string,
  { from, to, statuses, taskId, notificationTypes = [] }: BulkRedelivery,
): Promise<number> {
  const { id } = await getSubscriber(tx, caller, subscriberId);
  const over = statuses.filter((state) => state !== 'Held').map((state) => toStatus(state) as OverStatus);
  return redeliverMany(
    tx,
    {
      endpointId: id,
      statuses: over,
      limit: BULK_REDELIVERY_LIMIT,
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
      ...(taskId !== undefined && { subject: taskId }),
      ...(notificationTypes.length > 0 && { types: notificationTypes }),
    },
    now,
  );
}
