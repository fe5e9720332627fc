/** Checks one upstream value and gives it its type. `at` says where the value stands, for the complaint. */
export type Read<T> = (value: unknown, at: string) => T;

/** An upstream answer that is JSON but not of the shape that is published. The message carries no values. */
export class UnreadableAnswer extends Error {}

export const text: Read<string> = (value, at) => {
  if (typeof value === 'string') return value;
  throw new UnreadableAnswer(`${at} is not a text`);
};

export const flag: Read<boolean> = (value, at) => {
  if (typeof value === 'boolean') return value;
  throw new UnreadableAnswer(`${at} is not true or false`);
};

/** A whole number, or digits in quotes: the prisoner search writes booking ids as `"0001200924"`. */
export const whole: Read<number> = (value, at) => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new UnreadableAnswer(`${at} is not a whole number`);
};

/** Null where the upstream leaves the member out or sends null. */
export function optional<T>(read: Read<T>): Read<T | null> {
  return (value, at) => (value == null ? null : read(value, at));
}

export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new UnreadableAnswer(`${at} is not a list`);
    return value.map((element, index) => read(element, `${at}[${index}]`));
  };
}

/** As listOf, and none where the upstream leaves the list out. */
export function listOrNone<T>(read: Read<T>): Read<T[]> {
  const list = listOf(read);
  return (value, at) => (value == null ? [] : list(value, at));
}

/** The named members; whatever else the upstream sends is dropped. */
export function members<T extends object>(shape: { [K in keyof T]: Read<T[K]> }): Read<T> {
  const reads = Object.entries(shape) as [keyof T & string, Read<T[keyof T]>][];
  return (value, at) => {
    if (typeof value !== 'object' || value === null) throw new UnreadableAnswer(`${at} is not an object`);
    const source = value as Record<string, unknown>;
    return Object.fromEntries(reads.map(([name, read]) => [name, read(source[name], `${at}.${name}`)])) as T;
  };
}
