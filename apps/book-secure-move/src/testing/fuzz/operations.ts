import { bookSecureMove } from '@switchyard/contracts';
import type { Schema } from '@switchyard/testing/fuzz';
import { resolverOf } from '@switchyard/testing/fuzz';

/** One operation of the contract, as a fuzzer sees it. */
export interface FuzzedOperation {
  /** `POST /moves/{move_id}/journeys`. */
  name: string;
  method: string;
  path: string;
  base: string;
  /** Every status that the contract documents. */
  statuses: readonly number[];
  /** Query parameters, by their name on the wire. */
  query: readonly string[];
  /** The schema of its JSON body; undefined when it takes none. */
  body: Schema | undefined;
}

interface PathItem {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every operation of the API itself; the token endpoint and the kit's pages speak another language. */
export const fuzzedOperations: readonly FuzzedOperation[] = Object.entries(bookSecureMove.operations)
  .filter(([, { base }]) => base === '/api')
  .map(([name, { base, statuses, query }]) => {
    const [method, path] = name.split(' ') as [string, string];
    const { requestBody } = bookSecureMove.document.paths[path]![method.toLowerCase()] as PathItem;
    return { name, method, path, base, statuses, query, body: Object.values(requestBody?.content ?? {})[0]?.schema };
  });

/** The schema that a reference leads to. */
export const resolved = resolverOf(bookSecureMove.document);
