/** What the service must know of, told in the transaction that makes it so. */
export type Happening = DeadLetter | EndpointHeld | EndpointFailing;

/** A delivery was given up. */
export interface DeadLetter {
  kind: 'dead';
  endpointId: string;
  deliveryId: string;
  notificationId: string;
  type: string;
  /** `HELD_TOO_LONG`, or the failure of the last attempt. */
  error: string;
}

/** The engine stopped sending to an endpoint, until it is resumed. */
export interface EndpointHeld {
  kind: 'held';
  endpointId: string;
  reason: HoldReason;
}

/** `gone`: it answered 410. `blocked`: its address may not be called. `failing`: for too long nothing got through. */
export type HoldReason = 'gone' | 'blocked' | 'failing';

/** Nothing has got through for as long as the profile's `alertAfter`; told once until something does. */
export interface EndpointFailing {
  kind: 'failing';
  endpointId: string;
  since: Date;
}
