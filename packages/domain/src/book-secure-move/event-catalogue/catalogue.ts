import type { ResourceReference } from '../event';
import type { EventDefinition } from './definition';
import { incidentEvents } from './incident-events';
import { journeyEvents } from './journey-events';
import { lodgingEvents } from './lodging-events';
import { moveEvents } from './move-events';
import { perCourtEvents } from './per-court-events';
import { perEvents } from './per-events';

/** Every type of event that there is. */
export const eventCatalogue: readonly EventDefinition[] = [
  ...journeyEvents,
  ...moveEvents,
  ...lodgingEvents,
  ...incidentEvents,
  ...perEvents,
  ...perCourtEvents,
];

const byType = new Map(eventCatalogue.map((definition) => [definition.type, definition]));

/** The types that a client may post. */
export const postableEventTypes: readonly string[] = eventCatalogue
  .filter(({ postable }) => postable)
  .map(({ type }) => type);

const aliases: Readonly<Record<string, string>> = { MoveNotifyPremisesOfEta: 'MoveNotifyPremisesOfDropOffEta' };

/** The type under which an event is stored: one old name stands for a newer one. */
export const canonicalEventType = (type: string): string =>
  (Object.hasOwn(aliases, type) ? aliases[type] : undefined) ?? type;

/** The definition of a type, or undefined for a name that is none. */
export const findEventDefinition = (type: string): EventDefinition | undefined => byType.get(type);

/** The definition of a known type; asking for another is a mistake of the caller. */
export function eventDefinition(type: string): EventDefinition {
  const definition = byType.get(type);
  if (!definition) throw new Error(`there is no event type ${type}`);
  return definition;
}

/** The details that a type lists, in the type's order; everything else is dropped. */
export function keptDetails(type: string, details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const listed = eventDefinition(type).details.filter(({ name }) => details[name] !== undefined);
  return Object.fromEntries(listed.map(({ name }) => [name, details[name]]));
}

/** The relationships that a type declares, with the declared resource types; everything else is dropped. */
export function keptRelationships(
  type: string,
  ids: Readonly<Record<string, string | null | undefined>>,
): Record<string, ResourceReference> {
  const declared = eventDefinition(type).relationships.flatMap(({ name, type: resource }) => {
    const id = ids[name];
    return id ? [[name, { type: resource, id }] as const] : [];
  });
  return Object.fromEntries(declared);
}
