import type { IncomingFacts } from '@switchyard/http';
import { Refusal } from '@switchyard/http';
import type { ApiVersion } from '../caller';

const JSON_TYPES = ['application/vnd.api+json', 'application/json', 'text/x-json'];
const WITHOUT_BODY = ['GET', 'HEAD', 'DELETE'];

/** The version that an Accept header asks for: the last one it names, 1 when it names none, undefined when unknown. */
export function versionOf(accept = ''): ApiVersion | undefined {
  if (!read.has(accept)) {
    if (read.size >= 100) read.clear();
    read.set(accept, readVersion(accept));
  }
  return read.get(accept);
}

/** Clients send the same header again and again. */
const read = new Map<string, ApiVersion | undefined>();

function readVersion(accept: string): ApiVersion | undefined {
  const named = [...accept.matchAll(/version=(\d+)/g)].at(-1)?.[1];
  if (named === undefined) return 1;
  return named === '1' || named === '2' ? (Number(named) as ApiVersion) : undefined;
}

/** Refuses a media type or a version that this API does not speak, in that order. */
export function checkMedia({ method, header }: IncomingFacts): void {
  const contentType = header('content-type');
  const essence = contentType?.split(';')[0]!.trim().toLowerCase();
  const charset = /charset="?([\w-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  const acceptable = essence === undefined ? WITHOUT_BODY.includes(method) : JSON_TYPES.includes(essence);
  if (!acceptable) {
    throw new Refusal('unsupported_media_type', 'Content-Type must be application/vnd.api+json');
  }
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new Refusal('unsupported_media_type', 'Content-Type must be application/vnd.api+json in UTF-8');
  }
  if (versionOf(header('accept')) === undefined) throw new UnsupportedVersion();
}

export class UnsupportedVersion extends Error {
  constructor() {
    super('The Api versions supported are: ["1", "2"]');
  }
}

/** The version is known, but this endpoint exists only in a newer one. */
export class NotInThisVersion extends Error {
  constructor() {
    super('This endpoint is not supported in version v1 - please change the ACCEPT header to a newer version');
  }
}
