import type { WrmComponents } from '@switchyard/contracts';
import type { Resource } from '@switchyard/http';
import type { Attempt, Delivery, DeliveryDetail } from '@switchyard/webhooks';
import { linkTo, resource } from '../shared/json-api';
import { toState } from './delivery-states';

type Schemas = WrmComponents['schemas'];
export type DeliveryBody = Schemas['Delivery'];
export type DeliveryDetailBody = Schemas['DeliveryDetail'];

export const presentDelivery = (delivery: Delivery): DeliveryBody => ({
  deliveryId: delivery.id,
  subscriberId: delivery.endpointId,
  notificationId: delivery.notificationId,
  notificationType: delivery.type as DeliveryBody['notificationType'],
  taskId: delivery.subject,
  sequence: delivery.sequence,
  status: toState(delivery.status),
  attemptCount: delivery.attemptCount,
  createdDateTime: delivery.createdAt.toISOString(),
  nextAttemptDateTime: delivery.nextAttemptAt?.toISOString() ?? null,
  deliveredDateTime: delivery.status === 'delivered' ? (delivery.finishedAt?.toISOString() ?? null) : null,
});

/** A delivery with the text that is signed, the headers of its last attempt and all that came back. */
export const presentDetail = (delivery: DeliveryDetail, url: string): DeliveryDetailBody => ({
  ...presentDelivery(delivery),
  request: {
    url,
    headers: { ...delivery.attempts.at(-1)?.requestHeaders },
    body: delivery.body.toString('utf8'),
  },
  attempts: delivery.attempts.map(presentAttempt),
});

const presentAttempt = (attempt: Attempt): Schemas['Attempt'] => ({
  attempt: attempt.attempt,
  startedDateTime: attempt.startedAt.toISOString(),
  durationMs: attempt.durationMs,
  statusCode: attempt.status,
  errorCode: attempt.errorCode,
  responseHeaders: attempt.responseHeaders,
  responseBodyExcerpt: attempt.responseBody === '' ? null : attempt.responseBody,
});

export const deliveryResource = (delivery: DeliveryBody): Resource =>
  resource(
    'deliveries',
    delivery.deliveryId,
    delivery,
    {
      subscriber: linkTo('subscribers', delivery.subscriberId),
      notification: linkTo('notifications', delivery.notificationId),
      task: linkTo('tasks', delivery.taskId),
    },
    ['deliveryId', 'subscriberId', 'notificationId', 'taskId'],
  );
