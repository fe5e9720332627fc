import { violation } from '@switchyard/domain';
import { refuseRequest } from '@switchyard/domain/street-manager';
import type { JsonApiDocument, Relationship, Resource, ResourceIdentifier } from '@switchyard/http';
import { ResourceSerializer, identifier, isResource } from '@switchyard/http';

/** Every type of resource, with what it can be related to. */
const types = {
  works: [
    'active_permit',
    'forward_plan',
    'permits',
    'sites',
    'inspections',
    'fixed_penalty_notices',
    'section_81',
    'files',
  ],
  'history-entries': ['work'],
  permits: ['work', 'permit_alterations', 'files', 'linked_section_81'],
  'permit-alterations': ['permit', 'work'],
  sites: ['work', 'permit', 'reinstatements'],
  reinstatements: ['work', 'site', 'permit'],
  inspections: ['work', 'files'],
  'fixed-penalty-notices': ['work', 'permit', 'files'],
  'section-81s': ['work', 'linked_permit', 'files'],
  'section-74s': ['permit', 'files'],
  'forward-plans': ['work'],
  activities: [],
  comments: ['work'],
  files: [],
  'geographical-areas': [],
  'sample-inspection-targets': [],
  'sample-inspections': ['work'],
  'work-updates': ['work'],
  workstreams: [],
  'csv-exports': [],
  organisations: ['contractors'],
  users: [],
  durations: [],
  'work-categories': [],
} as const satisfies Record<string, readonly string[]>;

export type ResourceTypeName = keyof typeof types;

const serializer = new ResourceSerializer(
  Object.entries(types).map(([type, relationships]) => ({ type, relationships })),
);

/** The members of a record of the native API as a resource: what is related leaves the attributes. */
export function resource(
  type: ResourceTypeName,
  id: string | number,
  record: object,
  relationships: Record<string, Relationship> = {},
  without: readonly string[] = [],
): Resource {
  const attributes = Object.fromEntries(
    Object.entries(record).filter(([name]) => !(name in relationships) && !without.includes(name)),
  );
  return { type, id: String(id), attributes, relationships };
}

export const reference = (type: ResourceTypeName, id: string | number): ResourceIdentifier =>
  identifier(type, String(id));

export interface DocumentRequest {
  query: Readonly<Record<string, string | undefined>>;
}

/**
 * The document of one resource or of a list. Relations that `include` does not name are linkage only. Throws
 * InvalidRequest for a name in `include` that the resource is not related by.
 */
export function documentOf(
  data: Resource | readonly Resource[],
  { query }: DocumentRequest,
  type: ResourceTypeName,
  meta?: Record<string, unknown>,
): JsonApiDocument {
  const wanted = (query.include ?? '').split(',').filter(Boolean);
  const known: readonly string[] = types[type];
  const unknown = wanted.filter((name) => !known.includes(name));
  refuseRequest(
    unknown.map((name) =>
      violation('include', 'unknown_relationship', `must name relationships of ${type}`, { value: name }),
    ),
  );
  const shown = Array.isArray(data)
    ? data.map((each: Resource) => linkedOnly(each, wanted))
    : linkedOnly(data as Resource, wanted);
  return serializer.document(shown, { withIncluded: wanted.length > 0, ...(meta && { meta }) });
}

/** The resource with whole relations where they are wanted, and linkage everywhere else. */
function linkedOnly(whole: Resource, wanted: readonly string[]): Resource {
  const relationships = Object.entries(whole.relationships ?? {}).map(([name, related]): [string, Relationship] => [
    name,
    wanted.includes(name) ? included(related) : linkage(related),
  ]);
  return { ...whole, relationships: Object.fromEntries(relationships) };
}

/** Whole, but with no more than linkage to what it is related to in turn: nobody has asked for that. */
function included(related: Relationship): Relationship {
  if (Array.isArray(related)) return related.map((each: Resource | ResourceIdentifier) => withoutRelated(each));
  return related === null || typeof related === 'symbol'
    ? related
    : withoutRelated(related as Resource | ResourceIdentifier);
}

const withoutRelated = (related: Resource | ResourceIdentifier): Resource | ResourceIdentifier =>
  isResource(related) ? linkedOnly(related, []) : related;

function linkage(related: Relationship): Relationship {
  if (Array.isArray(related)) return related.map(({ type, id }: Resource) => identifier(type, id!));
  if (related === null || typeof related === 'symbol') return related;
  const { type, id } = related as Resource;
  return identifier(type, id!);
}
