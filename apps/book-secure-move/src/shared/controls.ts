interface Controlled {
  query: Readonly<Record<string, string | undefined>>;
  body?: unknown;
}

/** A control parameter: from the query, else a member of the body beside `data`. */
export function control({ query, body }: Controlled, name: string): unknown {
  return query[name] ?? (body as Record<string, unknown> | null | undefined)?.[name];
}
