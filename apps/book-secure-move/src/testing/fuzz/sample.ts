import type { Schema } from './operations';
import { resolved } from './operations';

const MAX_DEPTH = 12;

/** A body that has every member of its schema: the ground that hostile values are planted in. */
export function sampleOf(schema: Schema, idOf: (name: string) => string, name = '', depth = 0): unknown {
  const { const: fixed, enum: values, type, format, properties, items, anyOf, oneOf, allOf } = resolved(schema);
  if (fixed !== undefined) return fixed;
  if (values) return values[0];
  if (depth > MAX_DEPTH) return null;
  if (allOf) return Object.assign({}, ...allOf.map((part) => sampleOf(part, idOf, name, depth + 1) as object));
  const [choice] = anyOf ?? oneOf ?? [];
  if (choice) return sampleOf(choice, idOf, name, depth + 1);
  if (properties) {
    const inner = (member: string) => (['data', 'id', 'attributes', 'relationships'].includes(member) ? name : member);
    return Object.fromEntries(
      Object.entries(properties).map(([member, part]) => [member, sampleOf(part, idOf, inner(member), depth + 1)]),
    );
  }
  if (items) return [sampleOf(items, idOf, name, depth + 1)];
  return scalarOf([type].flat()[0], format, name, idOf);
}

function scalarOf(type: string | undefined, format: string | undefined, name: string, idOf: (n: string) => string) {
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'object') return {};
  if (format === 'uuid') return idOf(name);
  if (format === 'date') return '2026-12-01';
  if (format === 'date-time') return '2026-12-01T09:00:00Z';
  return 'text';
}

export type Pointer = readonly (string | number)[];

/** Where every value of a body stands, the body itself first. */
export function pointersOf(value: unknown, at: Pointer = []): Pointer[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, member]) => pointersOf(member, [...at, name]))];
}

/** The body with another value at one place; `absent` takes the member away. */
export function planted(body: unknown, [first, ...rest]: Pointer, value: unknown): unknown {
  if (first === undefined) return value;
  const copy = (Array.isArray(body) ? [...body] : { ...(body as object) }) as Record<string | number, unknown>;
  if (rest.length === 0 && value === absent) delete copy[first];
  else copy[first] = planted(copy[first], rest, value);
  return copy;
}

export const absent = Symbol('absent');
