import type { Readable } from 'node:stream';

/** What a handler answers. A plain body is sent as JSON; text that is JSON already is sent as it is. */
export interface Reply<Status extends number = number> {
  status: Status;
  body?: unknown;
  /** Sent in place of `body`, with its own content type unless it is JSON text. */
  raw?: string | Buffer | Readable;
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

export const ok = (body: unknown): Reply<200> => ({ status: 200, body });

/** JSON that a compiled serializer has written. */
export const okText = (json: string): Reply<200> => ({ status: 200, raw: json });

/** A new resource and where it can be read. */
export const created = (body: unknown, location?: string): Reply<201> =>
  location ? { status: 201, body, headers: { Location: location } } : { status: 201, body };

export const createdText = (json: string): Reply<201> => ({ status: 201, raw: json });

export const noContent = (): Reply<204> => ({ status: 204 });

/** What the client has already is what it would get; the same headers as for the whole answer. */
export const notModified = (headers: Readonly<Record<string, string>>): Reply<304> => ({ status: 304, headers });
