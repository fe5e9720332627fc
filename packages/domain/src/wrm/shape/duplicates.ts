/** A later item that agrees with an earlier one, both by their place in the list. */
export interface Duplicate {
  index: number;
  first: number;
}

/** The items that agree with an earlier one in all of these members. What is no object has none of them and is left alone. */
export function duplicatesIn(items: readonly unknown[], members: readonly string[]): Duplicate[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    if (typeof item !== 'object' || item === null) return [];
    const values = members.map((name) => (item as Readonly<Record<string, unknown>>)[name]);
    if (values.includes(undefined)) return [];
    const key = JSON.stringify(values);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined ? [] : [{ index, first }];
  });
}
