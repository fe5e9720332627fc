import { violation } from '@switchyard/domain';
import { refuseRequest } from '@switchyard/domain/street-manager';
import type { JsonApiDocument, Relationship, Resource, ResourceIdentifier } from '@switchyard/http';
import { ResourceSerializer, identifier, isResource } from '@switchyard/http';

interface Relations {
  /** Can come whole, for `include`. */
  whole: readonly string[];
  /** Are told by type and id alone: their own address has them whole. */
  linked: readonly string[];
}

const relations = (whole: readonly string[], linked: readonly string[]): Relations => ({ whole, linked });
const alone = relations([], []);

/** Every type of resource, with what it can be related to. */
const types = {
  works: relations(
    [
      'active_permit',
      'forward_plan',
      'permits',
      'sites',
      'inspections',
      'fixed_penalty_notices',
      'section_81',
      'files',
    ],
    [],
  ),
  'history-entries': relations([], ['work']),
  permits: relations(['permit_alterations', 'files'], ['work', 'linked_section_81']),
  'permit-alterations': relations(['permit'], ['work']),
  sites: relations(['reinstatements'], ['work', 'permit']),
  reinstatements: relations([], ['work', 'site', 'permit']),
  inspections: relations(['files'], ['work']),
  'fixed-penalty-notices': relations(['files'], ['work', 'permit']),
  'section-81s': relations(['files'], ['work', 'linked_permit']),
  'section-74s': relations(['files'], ['permit']),
  'forward-plans': relations([], ['work']),
  activities: alone,
  comments: relations([], ['work']),
  files: alone,
  'geographical-areas': alone,
  'sample-inspection-targets': alone,
  'sample-inspections': relations([], ['work']),
  'work-updates': relations([], ['work']),
  workstreams: alone,
  'csv-exports': alone,
  organisations: relations(['contractors'], []),
  users: alone,
  durations: alone,
  'work-categories': alone,
  streets: alone,
  'hs2-act-limits': alone,
} as const satisfies Record<string, Relations>;

export type ResourceTypeName = keyof typeof types;

const serializer = new ResourceSerializer(
  Object.entries(types).map(([type, { whole, linked }]) => ({ type, relationships: [...whole, ...linked] })),
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
 * InvalidRequest for a name in `include` of which the resource has nothing whole.
 */
export function documentOf(
  data: Resource | readonly Resource[],
  { query }: DocumentRequest,
  type: ResourceTypeName,
  meta?: Record<string, unknown>,
): JsonApiDocument {
  const wanted = (query.include ?? '').split(',').filter(Boolean);
  const { whole } = types[type];
  const unknown = wanted.filter((name) => !whole.includes(name));
  refuseRequest(
    unknown.map((name) =>
      violation('include', 'not_includable', `must be ${whole.length > 0 ? `among ${whole.join(', ')}` : 'absent'}`, {
        value: name,
      }),
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
