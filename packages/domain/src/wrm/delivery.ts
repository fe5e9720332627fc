/** Where a delivery to a subscription stands, in the words of the API. */
export const deliveryStates = [
  'Pending',
  'Held',
  'InFlight',
  'Retrying',
  'Delivered',
  'DeadLettered',
  'Skipped',
  'Cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What is over, or waits for nothing but its subscription, can be sent again. */
export const redeliverableStates = [
  'DeadLettered',
  'Delivered',
  'Held',
  'Skipped',
  'Cancelled',
] as const satisfies readonly DeliveryState[];
