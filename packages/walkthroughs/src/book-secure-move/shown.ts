import type { Resource } from '../reply';

/** The attributes of a resource that a document prints, in the document's order; what it does not print is left out. */
export function shownOf(resource: Resource, printed: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(printed).map((name) => [name, resource.attributes[name]]));
}
