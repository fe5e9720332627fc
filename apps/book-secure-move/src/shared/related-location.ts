import { InvalidParameters, MissingParameter, locationNotFound } from '@switchyard/domain/book-secure-move';
import type { PlacedLocation, ReferencePicture } from '../reference/reference-data';
import { relatedId } from './attributes';

interface Related {
  relationships?: unknown;
}

/** The id that a required to-one relationship names. Throws MissingParameter when it is absent or null. */
export function requiredRelatedId(data: Related, name: string): string {
  const id = relatedId(data, name);
  if (id) return id;
  throw new MissingParameter(data.relationships == null ? 'relationships' : name);
}

/** The location with this id. To a journey or a lodging an unknown one is a wrong parameter: InvalidParameters. */
export function relatedLocation({ locations }: ReferencePicture, id: string): PlacedLocation {
  const location = locations.find(id);
  if (!location) throw new InvalidParameters([locationNotFound(id)]);
  return location;
}
