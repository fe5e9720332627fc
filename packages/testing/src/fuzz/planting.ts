/** The way to a value inside a body. */
export type Pointer = readonly (string | number)[];

/** Planted in place of a value, it takes the member away. */
export const absent = Symbol('absent');

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
