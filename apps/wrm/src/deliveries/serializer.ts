import type { WrmComponents } from '@switchyard/contracts';
import type { DeliveryState } from '@switchyard/domain/wrm';
import type { Delivery, DeliveryStatus } from '@switchyard/webhooks';

export type DeliveryBody = WrmComponents['schemas']['Delivery'];

/** The engine's statuses in the words of the API. */
export const deliveryStateOf: Readonly<Record<DeliveryStatus, DeliveryState>> = {
  pending: 'Pending',
  in_flight: 'InFlight',
  retrying: 'Retrying',
  held: 'Held',
  delivered: 'Delivered',
  dead: 'DeadLettered',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
};

export const presentDelivery = (delivery: Delivery): DeliveryBody => ({
  deliveryId: delivery.id,
  subscriberId: delivery.endpointId,
  notificationId: delivery.notificationId,
  notificationType: delivery.type as DeliveryBody['notificationType'],
  taskId: delivery.subject,
  sequence: delivery.sequence,
  status: deliveryStateOf[delivery.status],
  attemptCount: delivery.attemptCount,
  createdDateTime: delivery.createdAt.toISOString(),
  nextAttemptDateTime: delivery.nextAttemptAt?.toISOString() ?? null,
  deliveredDateTime: delivery.status === 'delivered' ? (delivery.finishedAt?.toISOString() ?? null) : null,
});
