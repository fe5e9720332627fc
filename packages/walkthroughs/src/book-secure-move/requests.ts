import { type Call, type Caller, readingHeaders } from '../client';
import type { Api } from '../walkthrough';

/** How a document writes the headers of a call that changes something, given its idempotency key. */
export type HeaderStyle = (key: string) => Record<string, string>;

/** The page on allocations: lower-case names, the version in Accept, plain JSON as the media type. */
export const withVersion: HeaderStyle = (key) => ({
  ...readingHeaders,
  'content-type': 'application/json',
  'idempotency-key': key,
});

/** The page on redirection with the supplier at fault: no Accept, so the first version answers. */
export const withoutVersion: HeaderStyle = (key) => ({
  Authorization: readingHeaders.authorization,
  'Content-Type': 'application/json',
  'Idempotency-Key': key,
});

/** A call that reads, with the headers that the page on allocations prints. The path is given without `/api`. */
export function get(as: Caller, path: string): Call {
  return { method: 'GET', path: `/api${path}`, as, headers: readingHeaders };
}

/** A call that changes something, under a fresh idempotency key. Sends `data` in the member of that name. */
export function write(
  api: Api,
  as: Caller,
  method: 'POST' | 'PATCH',
  path: string,
  data: object,
  headers: HeaderStyle = withVersion,
): Call {
  return { method, path: `/api${path}`, as, headers: headers(api.uuid()), body: { data } };
}
