import type { DeliveryState } from '@switchyard/domain/wrm';
import type { DeliveryStatus } from '@switchyard/webhooks';

/** What the engine calls the states of a delivery, in the words of the API. */
const stateOf: Record<DeliveryStatus, DeliveryState> = {
  pending: 'Pending',
  held: 'Held',
  in_flight: 'InFlight',
  retrying: 'Retrying',
  delivered: 'Delivered',
  dead: 'DeadLettered',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
};

export const toState = (status: DeliveryStatus): DeliveryState => stateOf[status];

/** The engine's word for a state of the API; undefined for a text that is none. */
export const toStatus = (state: string): DeliveryStatus | undefined =>
  (Object.keys(stateOf) as DeliveryStatus[]).find((status) => stateOf[status] === state);
