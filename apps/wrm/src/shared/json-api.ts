import { RequestRefused } from '@switchyard/domain/wrm';
import type { JsonApiDocument, Relationship, Resource } from '@switchyard/http';
import { ResourceSerializer, identifier, toOne } from '@switchyard/http';

/** Every type of resource, with what it can be related to. */
const types = {
  'activity-types': [],
  'allocation-rules': ['work_supplier'],
  appointments: ['schedule', 'task', 'activity'],
  activities: ['task', 'appointment'],
  campaigns: ['work_supplier', 'schedules'],
  clients: ['party'],
  deliveries: ['subscriber', 'notification', 'task'],
  'history-entries': ['task', 'notification'],
  'injected-faults': ['subscriber'],
  notifications: ['task', 'linked_notification', 'deliveries'],
  parties: [],
  schedules: ['work_supplier', 'campaign', 'timeslots'],
  simulations: ['party'],
  subscribers: ['party'],
  tasks: ['work_supplier', 'activities'],
  timeslots: ['schedule'],
  versions: [],
  'work-channels': ['work_supplier'],
} as const satisfies Record<string, readonly string[]>;

export type ResourceTypeName = keyof typeof types;

const serializer = new ResourceSerializer(
  Object.entries(types).map(([type, relationships]) => ({ type, relationships })),
);

/** A record of the native API as a resource; `without` names the members that its relationships stand for. */
export function resource(
  type: ResourceTypeName,
  id: string,
  record: object,
  relationships: Record<string, Relationship> = {},
  without: readonly string[] = [],
): Resource {
  const attributes = Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== 'id' && !without.includes(name)),
  );
  return { type, id, attributes, ...(Object.keys(relationships).length > 0 && { relationships }) };
}

/** Linkage to one resource, or null. */
export const linkTo = (type: ResourceTypeName, id: string | null | undefined): Relationship => toOne(type, id ?? null);

interface DocumentRequest {
  query: Readonly<Record<string, string | undefined>>;
  path: string;
}

/**
 * The document of one resource, or of a page with a link to its successor. Relations that `include` does not name are
 * linkage only. Throws RequestRefused, 400, for a name in `include` that the resource is not related by.
 */
export function documentOf(
  data: Resource | readonly Resource[],
  { query, path }: DocumentRequest,
  type: ResourceTypeName,
  nextCursor: string | null = null,
): JsonApiDocument {
  const wanted = (query.include ?? '').split(',').filter(Boolean);
  refuseUnknown(wanted, types[type]);
  const shown = Array.isArray(data)
    ? data.map((each: Resource) => linkedOnly(each, wanted))
    : linkedOnly(data as Resource, wanted);
  return serializer.document(shown, {
    withIncluded: wanted.length > 0,
    links: {
      self: addressOf(path, query),
      ...(nextCursor !== null && { next: addressOf(path, { ...query, cursor: nextCursor }) }),
    },
  });
}

function refuseUnknown(wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const message = `include may name ${known.join(', ') || 'nothing'}, not ${unknown.join(', ')}.`;
  throw new RequestRefused('WRM-400-03', [{ object: 'query', reason: 'enum', message, attributes: ['include'] }]);
}

function addressOf(path: string, query: DocumentRequest['query']): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** The resource with whole relations where they are wanted, and linkage everywhere else. */
function linkedOnly(whole: Resource, wanted: readonly string[]): Resource {
  if (!whole.relationships) return whole;
  const relationships = Object.entries(whole.relationships).map(([name, related]): [string, Relationship] => [
    name,
    wanted.includes(name) ? related : linkage(related),
  ]);
  return { ...whole, relationships: Object.fromEntries(relationships) };
}

function linkage(related: Relationship): Relationship {
  if (Array.isArray(related)) return related.map(({ type, id }: Resource) => identifier(type, id!));
  if (related === null || typeof related === 'symbol') return related;
  const { type, id } = related as Resource;
  return identifier(type, id!);
}
