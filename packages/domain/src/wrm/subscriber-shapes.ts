import type { Fault } from './faults';
import { faultsWhen } from './faults';
import { notifyTypes } from './event-catalogue';
import type { ObjectRule, TypeOf } from './shape';
import { among, dateTime, list, nullable, number, object, optional, required, text, withDefault } from './shape';
import { redeliverableStates } from './delivery';
import { isSecretLength, subscriberLimits } from './subscriber';

const webhookUrl = text({ maxLength: subscriberLimits.urlLength });
const notificationTypes = list(among(...notifyTypes));
const description = text({ maxLength: 255 });

/** What makes a subscription. */
export const newSubscriber = object(
  {
    webhookUrl: required(webhookUrl),
    secretKey: required(text()),
    notificationTypes: withDefault(notificationTypes, []),
    description: optional(description),
  },
  secretFits,
);

/** What changes a subscription. A new secret is a rotation with the usual overlap. */
export const subscriberChange = object(
  {
    webhookUrl: optional(webhookUrl),
    secretKey: optional(text()),
    notificationTypes: optional(notificationTypes),
    description: nullable(description),
  },
  secretFits,
);

/** A new secret, and for how long the old one signs beside it. */
export const secretRotation = object(
  {
    secretKey: required(text()),
    overlapSeconds: withDefault(
      number({ integer: true, min: subscriberLimits.overlapSeconds.min, max: subscriberLimits.overlapSeconds.max }),
      subscriberLimits.overlapSeconds.usual,
    ),
  },
  secretFits,
);

/** Which of the deliveries of a subscription are sent again, in their order. */
export const bulkRedelivery = object({
  from: optional(dateTime),
  to: optional(dateTime),
  statuses: withDefault(list(among(...redeliverableStates), { atLeast: 1 }), ['DeadLettered']),
  taskId: optional(text()),
  notificationTypes: optional(notificationTypes),
});

/** The most deliveries that one bulk redelivery takes. */
export const BULK_REDELIVERY_LIMIT = 10_000;

export type NewSubscriber = TypeOf<typeof newSubscriber>;
export type SubscriberChange = TypeOf<typeof subscriberChange>;
export type SecretRotation = TypeOf<typeof secretRotation>;
export type BulkRedelivery = TypeOf<typeof bulkRedelivery>;

function secretFits({ secretKey }: Parameters<ObjectRule>[0], path: string): Fault[] {
  const { min, max } = subscriberLimits.secretBytes;
  return faultsWhen(typeof secretKey === 'string' && !isSecretLength(secretKey), {
    object: path || 'subscriber',
    reason: 'range',
    message: `secretKey must be ${min} to ${max} bytes long in UTF-8.`,
    attributes: ['secretKey'],
  });
}
