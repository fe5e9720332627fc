import type { StateMachine } from '../kernel';
import type { NotifyType } from './event-catalogue';

export const subscriberStates = [
  'PendingVerification',
  'Verified',
  'VerificationFailed',
  'Suspended',
  'Deleted',
] as const;
export type SubscriberState = (typeof subscriberStates)[number];

export type SubscriberTrigger = 'pass' | 'giveUp' | 'verify' | 'suspend' | 'resume' | 'delete';

const live = ['PendingVerification', 'Verified', 'VerificationFailed', 'Suspended'] as const;

/** The life of a subscription. A changed address of a verified one is challenged beside it and changes no state. */
// prettier-ignore
export const subscriberMachine: StateMachine<SubscriberState, SubscriberTrigger> = {
  name: 'subscriber',
  initial: 'PendingVerification',
  states: subscriberStates,
  transitions: {
    pass:    { from: ['PendingVerification', 'VerificationFailed'], to: 'Verified' },
    giveUp:  { from: ['PendingVerification'],                       to: 'VerificationFailed' },
    verify:  { from: ['PendingVerification', 'VerificationFailed'], to: 'PendingVerification' },
    suspend: { from: ['Verified'],                                  to: 'Suspended' },
    resume:  { from: ['Suspended'],                                 to: 'PendingVerification' },
    delete:  { from: live,                                          to: 'Deleted' },
  },
};

/** What a subscription is bound to. */
export const subscriberLimits = {
  perParty: 10,
  secretBytes: { min: 24, max: 199 },
  overlapSeconds: { min: 0, max: 604_800, usual: 86_400 },
  manualChallengesPerHour: 10,
  urlLength: 2_048,
} as const;

/** Seconds from the start of a series of challenges to each of its attempts; after the last it has failed. */
export const challengeSchedule = [0, 30, 300] as const;

/** Days for which deliveries to a subscription that is not verified are held before they are dead. */
export const HELD_DAYS = 7;

/** Whether a subscription wants this type: an empty filter wants all, and a ping always passes. */
export const wants = (filter: readonly string[], type: NotifyType): boolean =>
  type === 'PingNotify' || filter.length === 0 || filter.includes(type);

/** The length of a secret as the signature uses it: its bytes in UTF-8. */
export function isSecretLength(secret: string): boolean {
  const bytes = Buffer.byteLength(secret, 'utf8');
  return bytes >= subscriberLimits.secretBytes.min && bytes <= subscriberLimits.secretBytes.max;
}
