import type { BodyFault } from './refusals';

/** The same JSON without the members that are null. Elements of arrays stay, null or not: their place has a meaning. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}

/**
 * What is left of a body when the members with faults are taken out, so that rules about the rest can be asked in the
 * same answer. Undefined when nothing can be said of the body at all.
 */
export function soundPart(body: unknown, faults: readonly BodyFault[]): unknown {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return undefined;
  const sound = structuredClone(body) as Record<string, unknown>;
  for (const { pointer, keyword } of faults) {
    if (keyword !== 'required' && keyword !== 'additionalProperties') remove(sound, segmentsOf(pointer));
  }
  return sound;
}

function remove(value: unknown, [first, ...rest]: readonly string[]): void {
  if (first === undefined || value === null || typeof value !== 'object') return;
  const holder = value as Record<string, unknown>;
  if (rest.length > 0) remove(holder[first], rest);
  else if (Array.isArray(value)) value[Number(first)] = undefined;
  else delete holder[first];
}

const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
