import type { DateTime } from '../date-time';
import type { Extensions } from '../enumerations';
import type { CodedFault, Fault } from '../faults';
import { fault, refuseFaults, refuseForm } from '../faults';
import type { PartyRole } from '../party';
import type { Shape } from '../shape';
import { among, dateTime, guid, object, optional, read, required, text } from '../shape';
import type { EventTasks, EventType } from './catalogue';
import { definitionOf, eventTypes, isEventType, mayPost } from './catalogue';

/** An event as posted: instants in UTC, ids in small letters, defaults filled in. */
export interface PostedEvent<K extends EventType = EventType> {
  notificationType: K;
  notificationId: string;
  notificationDateTime: DateTime;
  linkedNotificationId?: string;
  subscriberId: string;
  task: EventTasks[K];
}

/** A posted event of any type, so that the type of its task follows from that of the notification. */
export type AnyPostedEvent = { [K in EventType]: PostedEvent<K> }[EventType];

/**
 * Reads the body of a posted event for a party of this role. Throws RequestRefused: 400 for an unknown type, with
 * whatever else is wrong with the envelope; 403 where the role may not post the type; 400 with every fault of its form.
 */
export function readEvent(body: unknown, role: PartyRole, extensions: Extensions = {}): AnyPostedEvent {
  const type = (body as { notificationType?: unknown } | null)?.notificationType;
  if (!isEventType(type)) {
    const { faults } = read(envelope, body, 'notification');
    refuseForm(faults.filter((each) => !isAboutTask(each)));
    throw new Error('an unknown type passed its enumeration');
  }
  refuseFaults(checkPoster(type, role));
  const { value, faults } = read(eventShape(type, role), body, 'notification', extensions);
  refuseForm(faults);
  return { ...value, ...lowered(value.linkedNotificationId) } as AnyPostedEvent;
}

/** Whether a party of this role may post this type. */
export function checkPoster(type: EventType, role: PartyRole): CodedFault[] {
  if (mayPost(role, type)) return [];
  const allowed = definitionOf(type).postedBy.join(' or a ');
  const message = `${type} is posted by a ${allowed}, not by a ${role}.`;
  return [fault('WRM-403-02', 'notification', 'enum', ['notificationType'], message)];
}

/** The form of one type of event: a supplier's must name the notification that it answers. */
export function eventShape(type: EventType, role: PartyRole): Shape<Omit<PostedEvent, 'task'> & { task: unknown }> {
  return object({
    ...common(type),
    linkedNotificationId: role === 'supplier' ? required(text()) : optional(text()),
    task: required(definitionOf(type).task),
  }) as Shape<Omit<PostedEvent, 'task'> & { task: unknown }>;
}

const common = <K extends EventType>(...types: readonly K[]) => ({
  notificationType: required(among(...types)),
  notificationId: required(guid),
  notificationDateTime: required(dateTime),
  subscriberId: required(text()),
});

/** What can be said of a body whose type is unknown: nothing of its task. */
const envelope = object({ ...common(...eventTypes), linkedNotificationId: optional(text()) });

const isAboutTask = ({ object: path, attributes }: Fault): boolean =>
  path === 'notification' && attributes[0] === 'task';

const lowered = (id: string | undefined): { linkedNotificationId?: string } =>
  id === undefined ? {} : { linkedNotificationId: id.toLowerCase() };
