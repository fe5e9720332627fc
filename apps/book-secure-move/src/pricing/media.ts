import type { IncomingFacts } from '@switchyard/http';
import { Refusal } from '@switchyard/http';

const json = ['application/vnd.api+json', 'application/json'];

/** Refuses a body of another media type: a form for an import, JSON for everything else. */
export function checkPricingMedia({ method, path, header }: IncomingFacts): void {
  if (method === 'GET' || method === 'HEAD') return;
  const essence = header('content-type')?.split(';')[0]!.trim().toLowerCase();
  const wanted = path.endsWith('/imports') ? ['multipart/form-data'] : json;
  if (essence === undefined ? !hasBody(header) : wanted.includes(essence)) return;
  throw new Refusal('unsupported_media_type', `Content-Type must be ${wanted[0]}`);
}

const hasBody = (header: IncomingFacts['header']): boolean =>
  header('transfer-encoding') !== undefined || Number(header('content-length') ?? 0) > 0;
