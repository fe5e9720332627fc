import type { DocumentOptions, Relationship, Resource, ResourceIdentifier } from './resource';
import { isResource, onlyWhenIncluded } from './resource';

/**
 * Writes a document straight to JSON text: for the types that are asked for most. Frozen attributes are written once and
 * remembered. A property test holds its documents equal to those of ResourceSerializer.
 */
export function writeDocument(data: Resource | readonly Resource[], options: DocumentOptions = {}): string {
  const included = new Map<string, string>();
  const main = Array.isArray(data)
    ? `[${data.map((each: Resource) => writeResource(each, included)).join(',')}]`
    : writeResource(data as Resource, included);
  let text = `{"data":${main}`;
  if (options.withIncluded) text += `,"included":[${[...included.values()].join(',')}]`;
  if (options.meta) text += `,"meta":${JSON.stringify(options.meta)}`;
  if (options.links) text += `,"links":${JSON.stringify(options.links)}`;
  return `${text}}`;
}

/** The text of attributes that can no longer change, such as those of a location: written once. */
const written = new WeakMap<object, string>();

function writeAttributes(attributes: Record<string, unknown>): string {
  if (!Object.isFrozen(attributes)) return JSON.stringify(attributes);
  let text = written.get(attributes);
  if (text === undefined) written.set(attributes, (text = JSON.stringify(attributes)));
  return text;
}

const plain = /^[\w-]+$/;
const quote = (id: string | null): string => (id !== null && plain.test(id) ? `"${id}"` : JSON.stringify(id));

function writeResource({ type, id, attributes, relationships, meta }: Resource, included: Map<string, string>): string {
  let text = `{"id":${quote(id)},"type":"${type}"`;
  if (attributes) text += `,"attributes":${writeAttributes(attributes)}`;
  if (relationships) text += `,"relationships":${writeRelationships(relationships, included)}`;
  if (meta) text += `,"meta":${JSON.stringify(meta)}`;
  return `${text}}`;
}

function writeRelationships(relationships: Record<string, Relationship>, included: Map<string, string>): string {
  let text = '';
  for (const name in relationships) {
    const related = relationships[name]!;
    text += `${text === '' ? '{' : ','}"${name}":${writeRelationship(related, included)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function writeRelationship(related: Relationship, included: Map<string, string>): string {
  if (related === null) return '{"data":null}';
  if (related === onlyWhenIncluded) return '{}';
  if (!Array.isArray(related)) return `{"data":${writeLinked(related as ResourceIdentifier, included)}}`;
  return `{"data":[${related.map((each: ResourceIdentifier) => writeLinked(each, included)).join(',')}]}`;
}

function writeLinked(linked: Resource | ResourceIdentifier, included: Map<string, string>): string {
  if (isResource(linked)) {
    const key = `${linked.type} ${linked.id}`;
    if (!included.has(key)) {
      included.set(key, '');
      included.set(key, writeResource(linked, included));
    }
  }
  return `{"id":${quote(linked.id)},"type":"${linked.type}"}`;
}
