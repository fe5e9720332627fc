/** The `filter[name]` parameters of a query, by name. */
export function filtersIn(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const filters: Record<string, string> = {};
  for (const name in query) {
    const match = /^filter\[(\w+)\]$/.exec(name);
    if (match) filters[match[1]!] = query[name]!;
  }
  return filters;
}

/** The filters of a body: texts only, as in a query; lists, numbers and flags are dropped. */
export function textsOf(filter: unknown): Record<string, string> {
  if (typeof filter !== 'object' || filter === null) return {};
  return Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
