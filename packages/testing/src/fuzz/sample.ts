import type { Resolve, Schema } from './schema';

/** How to fill what a schema leaves open. */
export interface Sampling {
  resolve: Resolve;
  /** A value of this type and format, for the member of this name. */
  scalar(type: string | undefined, format: string | undefined, name: string): unknown;
  /** The name that a member passes on to what is inside it; its own when absent. */
  nameInside?(member: string, outer: string): string;
}

const MAX_DEPTH = 12;

/** A body that has every member of its schema: the ground that hostile values are planted in. */
export function sampleOf(schema: Schema, sampling: Sampling, name = '', depth = 0): unknown {
  const { const: fixed, enum: values, type, format, properties, items, anyOf, oneOf, allOf } = sampling.resolve(schema);
  const inside = (part: Schema, member = name): unknown => sampleOf(part, sampling, member, depth + 1);
  if (fixed !== undefined) return fixed;
  if (values) return values[0];
  if (depth > MAX_DEPTH) return null;
  if (allOf) return Object.assign({}, ...allOf.map((part) => inside(part) as object));
  const [choice] = anyOf ?? oneOf ?? [];
  if (choice) return inside(choice);
  if (properties) {
    const nameOf = (member: string): string => sampling.nameInside?.(member, name) ?? member;
    return Object.fromEntries(
      Object.entries(properties).map(([member, part]) => [member, inside(part, nameOf(member))]),
    );
  }
  if (items) return [inside(items)];
  return sampling.scalar([type].flat()[0], format, name);
}
