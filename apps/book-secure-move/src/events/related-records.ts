import type { Location } from '@switchyard/domain/book-secure-move';
import { eventDefinition } from '@switchyard/domain/book-secure-move';
import { findMoveId } from '../moves/repository';
import type { Act } from '../shared/deps';
import type { Happening } from './happening';

/** The records that an event names and that exist, by relationship. */
export interface RelatedRecords {
  ids: Readonly<Record<string, string>>;
  locations: Readonly<Record<string, Location>>;
}

/** Looks up what the event's type can name: locations in memory, a previous move by its id or else its reference. */
export async function findRelated({ tx, reference }: Act, happening: Happening): Promise<RelatedRecords> {
  const ids: Record<string, string> = {};
  const locations: Record<string, Location> = {};
  for (const { name, type } of eventDefinition(happening.eventType).relationships) {
    const sent = happening.relationshipIds[name] ?? null;
    const location = type === 'locations' ? reference.locations.find(sent) : undefined;
    if (location) locations[name] = location;
    const id = type === 'locations' ? location?.id : await previousMoveId(sent);
    if (id !== undefined) ids[name] = id;
  }
  return { ids, locations };

  async function previousMoveId(id: string | null): Promise<string | undefined> {
    const told = happening.details['previous_move_reference'];
    const moveReference = typeof told === 'string' && told !== '' ? told : null;
    return id === null && moveReference === null ? undefined : findMoveId(tx, { id, reference: moveReference });
  }
}
