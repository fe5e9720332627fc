import { checkSubscriber, fault, readEvent, refuseFaults } from '@switchyard/domain/wrm';
import { findNamedSubscriber } from '../subscribers/wanting';
import type { NotificationAccepted } from './accepted';
import type { PartyAct } from './accept-event';
import { acceptEvent } from './accept-event';
import { findAnswered, fingerprintOf } from './repository';

export interface Posted {
  accepted: NotificationAccepted;
  /** Whether the first answer is told again. */
  isReplay: boolean;
}

/**
 * Takes an event from the party that posts it. The published order holds: type and role, form, subscription,
 * repetition, sight, rules. Throws RequestRefused for all but sight, which is NotFound; what is refused is forgotten,
 * so that its id can be used again.
 */
export async function postNotification(act: PartyAct, body: unknown, isDryRun: boolean): Promise<Posted> {
  const { tx, caller, config } = act;
  const event = readEvent(body, caller.role, config.extensions);
  const [subscriber, answered] = await Promise.all([
    findNamedSubscriber(tx, event.subscriberId),
    findAnswered(tx, caller.partyId, event.notificationId),
  ]);
  refuseFaults(checkSubscriber(subscriber, caller.partyId));
  if (!answered) return { accepted: await acceptEvent(act, { event, body }, isDryRun), isReplay: false };
  if (!answered.fingerprint.equals(fingerprintOf(body))) refuseReuse(event.notificationId);
  return { accepted: answered.result, isReplay: true };
}

const refuseReuse = (id: string): void =>
  refuseFaults([
    fault(
      'WRM-409-01',
      'notification',
      'duplicate',
      ['notificationId'],
      `notificationId ${id} was used for another notification.`,
    ),
  ]);
