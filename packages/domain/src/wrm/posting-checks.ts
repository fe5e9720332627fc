import type { EventType } from './event-catalogue';
import type { CodedFault } from './faults';
import { fault, faultsWhen } from './faults';

/** What is known of the subscription that an event names. */
export interface NamedSubscriber {
  partyId: string;
  isLive: boolean;
}

/** A poster names a live subscription of its own party, whatever its state. */
export function checkSubscriber(named: NamedSubscriber | undefined, partyId: string): CodedFault[] {
  const message = 'subscriberId must be a live subscription of your party.';
  return faultsWhen(
    !named?.isLive || named.partyId !== partyId,
    fault('WRM-403-04', 'notification', 'reference', ['subscriberId'], message),
  );
}

/** Something that is accepted and looks odd. */
export interface Warning {
  code: 'UNKNOWN_LINK';
  message: string;
}

/**
 * What is to be said of an event whose link names no notification of its task: a warning, or where links are strict a
 * fault. A creation has no task yet, so that its link is not looked at.
 */
export function checkLink(
  type: EventType,
  isKnown: boolean,
  strict: boolean,
): { faults: CodedFault[]; warnings: Warning[] } {
  if (isKnown || type === 'CreateTaskEvent') return { faults: [], warnings: [] };
  const message = 'linkedNotificationId names no notification of this task.';
  return strict
    ? { faults: [fault('WRM-422-02', 'notification', 'reference', ['linkedNotificationId'], message)], warnings: [] }
    : { faults: [], warnings: [{ code: 'UNKNOWN_LINK', message }] };
}
