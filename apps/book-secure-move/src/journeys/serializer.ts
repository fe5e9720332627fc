import type { Journey } from '@switchyard/domain/book-secure-move';
import { formatLondon } from '@switchyard/domain/book-secure-move';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { presentBareLocation, presentLocation } from '../locations/serializer';
import type { PlacedLocation, ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';

type PresentPlace = (location: PlacedLocation, reference: ReferencePicture, include?: IncludeTree) => Resource;

/** A journey; `number` is its place among the journeys of its move, from 1. */
export const presentJourney = (
  journey: Journey,
  number: number,
  reference: ReferencePicture,
  include: IncludeTree = {},
): Resource => present(journey, number, reference, include, presentLocation);

/** A journey as lists show it: included places have attributes only. */
export const presentListedJourney = (
  journey: Journey,
  number: number,
  reference: ReferencePicture,
  include: IncludeTree,
): Resource => present(journey, number, reference, include, presentBareLocation);

function present(
  journey: Journey,
  number: number,
  reference: ReferencePicture,
  include: IncludeTree,
  presentPlace: PresentPlace,
): Resource {
  const place = (id: string, wanted: IncludeTree | undefined): Relationship => {
    const location = wanted && reference.locations.find(id);
    return location ? presentPlace(location, reference, wanted) : identifier('locations', id);
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
