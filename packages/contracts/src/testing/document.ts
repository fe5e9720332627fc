import type { OpenApiDocument } from '../contract';

export interface DocumentedOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: readonly unknown[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

export interface Media {
  schema?: Schema;
  examples?: Record<string, { value: unknown }>;
}

export type Schema = Readonly<Record<string, unknown>>;

const methods = new Set(['get', 'put', 'post', 'delete', 'patch']);

/** Every operation of a document with its key `METHOD /path`. */
export function operationsIn(document: OpenApiDocument): (readonly [string, DocumentedOperation])[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation as DocumentedOperation] as const),
  );
}

/** The component schemas by name. */
export function schemasIn(document: OpenApiDocument): Readonly<Record<string, Schema>> {
  return document.components?.['schemas'] as Record<string, Schema>;
}

/** What an internal reference names, or the node itself. */
export function resolved<Node>(document: OpenApiDocument, node: Node): Node {
  const reference = (node as { $ref?: unknown } | undefined)?.$ref;
  if (typeof reference !== 'string') return node;
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
  return resolved(document, target as Node);
}

/** Paths of the members that say nothing about themselves; a reference speaks through its target. */
export function undescribed(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((part) => undescribed(part, path));
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Schema;
  const silent = !('description' in node) && !('$ref' in node) ? [path] : [];
  // What a list forbids of its items or an alternative adds needs no sentence of its own.
  const members = node['type'] === 'array' ? {} : ((node['properties'] ?? {}) as Schema);
  return [...silent, ...Object.entries(members).flatMap(([name, member]) => undescribed(member, `${path}.${name}`))];
}
