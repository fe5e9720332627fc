import type { Journey } from '@switchyard/domain/book-secure-move';
import { formatLondon } from '@switchyard/domain/book-secure-move';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { presentLocation } from '../locations/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';

/** A journey; `number` is its place among the journeys of its move, from 1. */
export function presentJourney(
  journey: Journey,
  number: number,
  reference: ReferencePicture,
  include: IncludeTree = {},
): Resource {
  const place = (id: string, wanted: IncludeTree | undefined): Relationship => {
    const location = wanted && reference.locations.find(id);
    return location ? presentLocation(location, reference, wanted) : identifier('locations', id);
  };
  return {
    type: 'journeys',
    id: journey.id,
    attributes: {
      state: journey.state,
      billable: journey.billable,
      vehicle: journey.vehicle,
      date: journey.date,
      number,
      timestamp: formatLondon(journey.clientTimestamp),
    },
    relationships: {
      from_location: place(journey.fromLocationId, include.from_location),
      to_location: place(journey.toLocationId, include.to_location),
    },
  };
}
