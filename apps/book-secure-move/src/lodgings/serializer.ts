import type { Lodging } from '@switchyard/domain/book-secure-move';
import type { Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { presentLocation } from '../locations/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';

export function presentLodging(lodging: Lodging, reference: ReferencePicture, include: IncludeTree = {}): Resource {
  const location = include.location && reference.locations.find(lodging.locationId);
  return {
    type: 'lodgings',
    id: lodging.id,
    attributes: { start_date: lodging.startDate, end_date: lodging.endDate, status: lodging.status },
    relationships: {
      move: identifier('moves', lodging.moveId),
      location: location
        ? presentLocation(location, reference, include.location)
        : identifier('locations', lodging.locationId),
    },
  };
}
