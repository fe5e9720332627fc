import { Unexpected } from './unexpected';

export interface Ref {
  id: string;
  type: string;
}

export interface Resource extends Ref {
  attributes: Record<string, unknown>;
  relationships?: Record<string, { data?: Ref | Ref[] | null }>;
  meta?: Record<string, unknown>;
}

export interface ApiError {
  title?: string;
  detail?: string;
}

export interface Pagination {
  per_page: number;
  total_pages: number;
  total_objects: number;
}

interface JsonApiDocument {
  data?: Resource | Resource[];
  included?: Resource[];
  errors?: ApiError[];
  meta?: { pagination?: Pagination };
  links?: Record<string, string | null>;
}

/** What came back: the status, the headers and the very bytes, so that two replies can be compared. */
export interface Reply {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** The reply as a JSON:API document. Throws Unexpected when the body is not JSON. */
export function documentOf(reply: Reply): JsonApiDocument {
  const text = reply.bytes.toString('utf8');
  try {
    return JSON.parse(text) as JsonApiDocument;
  } catch {
    throw new Unexpected('the body of the reply', 'a JSON document', text.slice(0, 200));
  }
}

/** The one resource of the reply. Throws Unexpected when there is none, or a list. */
export function one(reply: Reply): Resource {
  const { data } = documentOf(reply);
  if (!data || Array.isArray(data)) throw new Unexpected('data of the reply', 'one resource', data);
  return data;
}

/** The resources of a list. Throws Unexpected when the reply has no list. */
export function many(reply: Reply): Resource[] {
  const { data } = documentOf(reply);
  if (!Array.isArray(data)) throw new Unexpected('data of the reply', 'a list of resources', data);
  return data;
}

/** The included resources of one type; empty when none was included. */
export function includedOf(reply: Reply, type: string): Resource[] {
  return (documentOf(reply).included ?? []).filter((resource) => resource.type === type);
}

/** The resource with this id. Throws Unexpected when the list lacks it. */
export function withId(resources: Resource[], id: string): Resource {
  const found = resources.find((resource) => resource.id === id);
  if (!found)
    throw new Unexpected(
      'resource in the list',
      id,
      resources.map((resource) => resource.id),
    );
  return found;
}

/** The id at the other end of a to-one relationship, null when it is empty. Throws Unexpected when it is not to-one. */
export function relatedId(resource: Resource, name: string): string | null {
  const data = resource.relationships?.[name]?.data;
  if (data === undefined || Array.isArray(data))
    throw new Unexpected(`relationship ${name} of ${resource.type}`, 'to one', data);
  return data?.id ?? null;
}

/** The ids at the other end of a to-many relationship. Throws Unexpected when it is not to-many. */
export function relatedIds(resource: Resource, name: string): string[] {
  const data = resource.relationships?.[name]?.data;
  if (!Array.isArray(data)) throw new Unexpected(`relationship ${name} of ${resource.type}`, 'to many', data);
  return data.map(({ id }) => id);
}
