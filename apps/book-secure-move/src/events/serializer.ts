import type { GenericEvent } from '@switchyard/domain/book-secure-move';
import { eventDefinition, formatLondon, keptDetails } from '@switchyard/domain/book-secure-move';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier, toOne } from '@switchyard/http';
import { presentLocation } from '../locations/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';

/** An event in full. `eventable` is the resource it happened to, when that is to be included. */
export function presentEvent(
  event: GenericEvent,
  reference: ReferencePicture,
  include: IncludeTree = {},
  eventable?: Resource,
): Resource {
  const related = eventDefinition(event.eventType).relationships.map(({ name }): [string, Relationship] => {
    const link = event.relationships[name];
    if (!link) return [name, null];
    const location = include[name] && link.type === 'locations' && reference.locations.find(link.id);
    return [name, location ? presentLocation(location, reference, include[name]) : identifier(link.type, link.id)];
  });
  return {
    type: 'events',
    id: event.id,
    attributes: {
      event_type: event.eventType,
      classification: eventDefinition(event.eventType).classification,
      occurred_at: formatLondon(event.occurredAt),
      recorded_at: formatLondon(event.recordedAt),
      notes: event.notes,
      created_by: event.createdBy,
      details: keptDetails(event.eventType, event.details), // in the type's order: the database keeps none
    },
    relationships: {
      eventable: eventable ?? identifier(event.eventableType, event.eventableId),
      supplier: toOne('suppliers', event.supplierId),
      ...Object.fromEntries(related),
    },
  };
}

/** An event as lists of moves and important events show it. */
export const presentBriefEvent = (event: GenericEvent): Resource => ({
  type: 'events',
  id: event.id,
  attributes: {
    occurred_at: formatLondon(event.occurredAt),
    event_type: event.eventType,
    classification: eventDefinition(event.eventType).classification,
  },
});
