import { NomisBadGateway } from './errors';

/**
 * Tag for upstream paths: every inserted part is percent-encoded, so that a prison number out of a query string cannot
 * reach another path. An empty part, `.`, `..` and half a surrogate pair cannot be expressed in a URL at all; no record
 * has such a key, so they are refused as a register would refuse them, with 404.
 */
export function path(strings: TemplateStringsArray, ...parts: (string | number)[]): string {
  return strings.reduce((built, text, index) => `${built}${encodePart(parts[index - 1] ?? '')}${text}`);
}

/** A comma-separated list for a query parameter. */
export function commaList(values: readonly string[]): string {
  return values.map((value) => encodeURIComponent(value)).join(',');
}

function encodePart(part: string | number): string {
  const text = String(part);
  if (['', '.', '..'].includes(text) || /\p{Surrogate}/u.test(text)) {
    throw new NomisBadGateway('path', { status: 404, userMessage: 'No record has such a key' });
  }
  return encodeURIComponent(text);
}
