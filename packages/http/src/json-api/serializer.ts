import JSONAPISerializer from 'json-api-serializer';
import type { DocumentOptions, JsonApiDocument, Resource, ResourceIdentifier } from './resource';
import { isResource, onlyWhenIncluded } from './resource';

/** What the serializer must know of a type before it can render one. */
export interface ResourceType {
  type: string;
  relationships: readonly string[];
}

interface Rendered {
  type: string;
  id?: string;
  attributes?: Record<string, unknown>;
  relationships?: Record<string, { data: unknown }>;
  meta?: Record<string, unknown>;
}

type FlatRecord = Record<string, unknown>;

/**
 * Renders documents through json-api-serializer, where every type is registered. Two habits of the wire are added
 * that the library does not know: a relationship that appears only when included is an empty object until then, and
 * members come in the order id, type, attributes, relationships, meta.
 */
export class ResourceSerializer {
  private readonly library = new JSONAPISerializer({ jsonapiObject: false, unconvertCase: undefined });

  constructor(types: readonly ResourceType[]) {
    for (const { type, relationships } of types) {
      this.library.register(type, {
        id: 'id',
        relationships: Object.fromEntries(
          relationships.map((name) => [name, { type: (related: FlatRecord) => related[TYPE] as string }]),
        ),
        meta: (data: FlatRecord) => data[META],
        blacklist: [TYPE, META, LAZY, BARE],
      } as never);
    }
  }

  document(data: Resource | readonly Resource[], options: DocumentOptions = {}): JsonApiDocument {
    const several = Array.isArray(data);
    const first = (several ? data[0] : data) as Resource | undefined;
    const extras = new Map<string, Resource>();
    const flat = several ? data.map((each: Resource) => flatten(each, extras)) : flatten(data as Resource, extras);
    const { data: main, included = [] } = first
      ? (this.library.serialize(first.type, flat) as { data: Rendered | Rendered[]; included?: Rendered[] })
      : { data: [] };
    return {
      data: Array.isArray(main) ? main.map((each) => finish(each, extras)) : finish(main, extras),
      ...(options.withIncluded ? { included: included.map((each) => finish(each, extras)) } : {}),
      ...(options.meta ? { meta: options.meta } : {}),
      ...(options.links ? { links: options.links } : {}),
    };
  }
}

const TYPE = ' type';
const META = ' meta';
const LAZY = ' lazy';
const BARE = ' bare';

/** The library reads attributes and relationships from one flat record. */
function flatten(resource: Resource, extras: Map<string, Resource>): FlatRecord {
  extras.set(`${resource.type} ${resource.id}`, resource);
  const record: FlatRecord = { id: resource.id, [TYPE]: resource.type, ...resource.attributes };
  if (resource.meta) record[META] = resource.meta;
  for (const [name, related] of Object.entries(resource.relationships ?? {})) {
    if (related === onlyWhenIncluded) continue;
    if (related === null) record[name] = null;
    else if (Array.isArray(related)) record[name] = related.map((each: Resource) => flattenLinked(each, extras));
    else record[name] = flattenLinked(related as Resource | ResourceIdentifier, extras);
  }
  return record;
}

const flattenLinked = (linked: Resource | ResourceIdentifier, extras: Map<string, Resource>): FlatRecord =>
  isResource(linked) ? flatten(linked, extras) : { id: linked.id, [TYPE]: linked.type };

function finish(rendered: Rendered, extras: Map<string, Resource>): object {
  const { type, id } = rendered;
  const source = extras.get(`${type} ${id ?? null}`);
  // The library leaves out attributes that are there but empty.
  const attributes = rendered.attributes ?? (source?.attributes && {});
  const relationships = source?.relationships && {
    relationships: Object.fromEntries(
      Object.entries(source.relationships).map(([name, related]) => [
        name,
        related === onlyWhenIncluded ? {} : { data: reorder(rendered.relationships?.[name]?.data ?? null) },
      ]),
    ),
  };
  return {
    id: id ?? null,
    type,
    ...(attributes && { attributes }),
    ...relationships,
    ...(source?.meta && { meta: source.meta }),
  };
}

function reorder(linkage: unknown): unknown {
  if (Array.isArray(linkage)) return linkage.map(reorder);
  if (linkage === null || typeof linkage !== 'object') return linkage;
  const { id, type } = linkage as { id: string; type: string };
  return { id, type };
}
