import type { Operation } from '@switchyard/contracts';
import type { IncomingFacts } from '@switchyard/http';
import { Refusal } from '@switchyard/http';

const OFFERED = ['application/json', 'application/vnd.api+json', 'application/*', '*/*'];

/** The client accepts nothing that this API speaks. */
export class NotAcceptable extends Error {}

/**
 * Refuses a body that is not JSON in UTF-8, where the operation reads one, and a client that accepts neither of the two
 * forms of an answer.
 */
export function checkMedia({ header }: Pick<IncomingFacts, 'header'>, { hasBody }: Pick<Operation, 'hasBody'>): void {
  const contentType = header('content-type');
  const isSent = Number(header('content-length') ?? 0) > 0 || header('transfer-encoding') !== undefined;
  if (hasBody && (contentType !== undefined || isSent) && !isJson(contentType ?? '')) {
    throw new Refusal('unsupported_media_type', 'Content-Type must be application/json in UTF-8');
  }
  if (!accepts(header('accept'))) throw new NotAcceptable('Accept must allow application/json');
}

function isJson(contentType: string): boolean {
  const [essence = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  return essence === 'application/json' && (charset === undefined || charset === 'utf-8' || charset === 'utf8');
}

function accepts(accept = '*/*'): boolean {
  return accept.split(',').some((range) => {
    const [essence = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return OFFERED.includes(essence) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
