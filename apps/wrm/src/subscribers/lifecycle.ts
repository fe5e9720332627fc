import { allows, stateAfter } from '@switchyard/domain';
import type { SubscriberTrigger } from '@switchyard/domain/wrm';
import { challengeSchedule, fault, refuseFaults, subscriberMachine } from '@switchyard/domain/wrm';
import type { Subscriber } from './subscriber';
import { challengedFrom, challengedUrl } from './subscriber';

/** For how long the last attempt of a series may be under way before it counts as lost, in seconds. */
const LAST_ATTEMPT = 60;

/** From each attempt to the next, in milliseconds; from the last to its end. */
const gaps = challengeSchedule.map(
  (second, index) => 1_000 * ((challengeSchedule[index + 1] ?? second + LAST_ATTEMPT) - second),
);

/** The subscription in the state that the event leads to. Throws RequestRefused, `WRM-409-11`, where it leads nowhere. */
export function moved(subscriber: Subscriber, event: SubscriberTrigger): Subscriber {
  const { status } = subscriber;
  const message = `${event} is not possible from ${status}.`;
  refuseFaults(
    allows(subscriberMachine, status, event) ? [] : [fault('WRM-409-11', 'subscriber', 'state', ['status'], message)],
  );
  return { ...subscriber, status: stateAfter(subscriberMachine, status, event) };
}

/** The subscription with an attempt of its challenge under way, which is followed by the next if nothing comes of it. */
export function attempted(subscriber: Subscriber, now: Date): Subscriber {
  const { challenge } = subscriber;
  const dueAt = new Date(now.getTime() + gaps[challenge.attempts]!);
  return { ...subscriber, challenge: { ...challenge, attempts: challenge.attempts + 1, lastAt: now, dueAt } };
}

/** Whether all attempts of the series were made: one that is due all the same was lost with its process. */
export const isExhausted = ({ challenge }: Subscriber): boolean => challenge.attempts >= challengeSchedule.length;

/** Whether an answer still counts: the series was not ended, begun anew or led elsewhere while it was under way. */
export const awaits = (subscriber: Subscriber, asked: Subscriber): boolean =>
  subscriber.challenge.dueAt !== null &&
  subscriber.challenge.attempts === asked.challenge.attempts &&
  subscriber.challenge.lastAt?.getTime() === asked.challenge.lastAt?.getTime() &&
  challengedUrl(subscriber) === challengedUrl(asked);

/** The challenge is passed: a pending URL takes its place, and deliveries may go out. */
export const passed = (subscriber: Subscriber): Subscriber => ({
  ...subscriber,
  status: stateAfter(subscriberMachine, subscriber.status, 'pass'),
  webhookUrl: challengedUrl(subscriber),
  pendingUrl: null,
  challenge: { ...subscriber.challenge, dueAt: null, lastError: null },
});

/** An attempt has failed; with the last of the series the challenge has. */
export function failed(subscriber: Subscriber, lastError: string): Subscriber {
  const challenge = { ...subscriber.challenge, lastError };
  if (!isExhausted(subscriber)) return { ...subscriber, challenge };
  const status = stateAfter(subscriberMachine, subscriber.status, 'giveUp');
  return { ...subscriber, status, challenge: { ...challenge, dueAt: null } };
}

/** Nothing more is sent, and no challenge goes on, until the subscription is resumed. */
export const suspended = (subscriber: Subscriber): Subscriber => ({
  ...subscriber,
  status: stateAfter(subscriberMachine, subscriber.status, 'suspend'),
  challenge: { ...subscriber.challenge, dueAt: null },
});

/** A new series from `now` on, after `verify` or `resume`; a URL beside that of a verified one is only asked again. */
export function challengedAgain(subscriber: Subscriber, event: 'verify' | 'resume', now: Date): Subscriber {
  const beside = event === 'verify' && subscriber.status === 'Verified' && subscriber.pendingUrl !== null;
  return { ...(beside ? subscriber : moved(subscriber, event)), challenge: challengedFrom(now) };
}
