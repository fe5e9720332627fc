import type { StateMachine } from '../kernel';

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

export type DeliveryTrigger = 'release' | 'claim' | 'acknowledge' | 'fail' | 'giveUp' | 'skip' | 'cancel' | 'redeliver';

const waiting = ['Pending', 'Held', 'Retrying'] as const;

/** The life of one delivery to one subscription. Redelivery starts a fresh series of attempts. */
// prettier-ignore
export const deliveryMachine: StateMachine<DeliveryState, DeliveryTrigger> = {
  name: 'delivery',
  initial: 'Pending',
  states: deliveryStates,
  transitions: {
    release:     { from: ['Held'],                                                         to: 'Pending' },
    claim:       { from: ['Pending', 'Retrying'],                                          to: 'InFlight' },
    acknowledge: { from: ['InFlight'],                                                     to: 'Delivered' },
    fail:        { from: ['InFlight'],                                                     to: 'Retrying' },
    giveUp:      { from: ['InFlight', 'Retrying', 'Held'],                                 to: 'DeadLettered' },
    skip:        { from: [...waiting, 'InFlight'],                                         to: 'Skipped' },
    cancel:      { from: [...waiting, 'InFlight'],                                         to: 'Cancelled' },
    redeliver:   { from: ['Held', 'Delivered', 'DeadLettered', 'Skipped', 'Cancelled'],    to: 'Pending' },
  },
};

/** When a failed delivery is tried again, and when it is given up. */
export interface RetryProfile {
  /** Seconds before the first, second, third … attempt, each counted from the one before. */
  delays: readonly number[];
  /** Seconds before every further attempt; absent when the list is all. */
  thenEvery?: number;
  /** Seconds after which no further attempt is made. */
  maxAge?: number;
  /** Share of a delay by which chance may move it. */
  jitter: number;
}

const HOUR = 3_600;

/** The profiles that a deployment can choose between; its own list of seconds is a third. */
export const retryProfiles = {
  chorus: { delays: [0, 30, 30, 30], thenEvery: 300, maxAge: 24 * HOUR, jitter: 0 },
  backoff: {
    delays: [0, 5, 300, 1_800, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
    jitter: 0.1,
  },
  sandbox: { delays: [0, 1, 2, 4, 8], jitter: 0 },
} as const satisfies Record<string, RetryProfile>;
export type RetryProfileName = keyof typeof retryProfiles;

/**
 * Seconds from the failure of an attempt, counted from 1, to the next; undefined when there is none. `ageSeconds` is
 * the time since the first attempt, `askedFor` what the receiver asked to wait.
 */
export function retryDelay(
  { delays, thenEvery, maxAge = Infinity }: RetryProfile,
  attempt: number,
  ageSeconds: number,
  askedFor = 0,
): number | undefined {
  const delay = delays[attempt] ?? thenEvery;
  if (delay === undefined) return undefined;
  const wait = Math.max(delay, askedFor);
  return ageSeconds + wait > maxAge ? undefined : wait;
}
