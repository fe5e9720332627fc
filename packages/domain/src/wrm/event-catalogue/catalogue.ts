import type { PartyRole } from '../party';
import type { TypeOf } from '../shape';
import { activityEvents } from './activity-events';
import { allocationEvents } from './allocation-events';
import type { EventDefinition } from './definition';
import { lifecycleEvents } from './lifecycle-events';
import { taskEvents } from './task-events';

/** Every event that a party can post. */
export const eventCatalogue = { ...allocationEvents, ...taskEvents, ...lifecycleEvents, ...activityEvents };

export type EventType = keyof typeof eventCatalogue;
export type EventTasks = { [K in EventType]: TypeOf<(typeof eventCatalogue)[K]['task']> };

/** The types in the order of the published table. */
export const eventTypes = Object.keys(eventCatalogue) as readonly EventType[];

/** Every notification that the service sends, those of its own accord included. */
export const notifyTypes = [
  ...Object.values(eventCatalogue).map(({ notify }) => notify),
  'CloseTaskNotify',
  'PingNotify',
] as const;
export type NotifyType = (typeof notifyTypes)[number];

export const isEventType = (value: unknown): value is EventType =>
  typeof value === 'string' && Object.hasOwn(eventCatalogue, value);

export const isNotifyType = (value: unknown): value is NotifyType => notifyTypes.some((type) => type === value);

export const definitionOf = (type: EventType): EventDefinition<unknown> => eventCatalogue[type];

/** Whether a party of this role may post this type of event. */
export const mayPost = (role: PartyRole, type: EventType): boolean => definitionOf(type).postedBy.includes(role);
