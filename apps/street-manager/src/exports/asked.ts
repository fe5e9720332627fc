import type { QueryRequest } from '../shared/query-reader';
import type { ExportKind } from './kinds';

/** What an export is to hold, as it was asked for. */
export type ExportRequest = Readonly<Record<string, unknown>>;

/** The body of a request for an export, as the query of the list that it is of. */
export function askedOf({ renamed = {} }: Pick<ExportKind, 'renamed'>, request: ExportRequest): QueryRequest {
  const values = new Map(
    Object.entries(request)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [renamed[name] ?? name, [value].flat().map(String)]),
  );
  return {
    query: Object.fromEntries([...values].map(([name, [first]]) => [name, first])),
    queryValues: (name) => values.get(name) ?? [],
  };
}
