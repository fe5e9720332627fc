import { parseDateTime } from '../date-time';
import type { TextForm, TextFormat } from './form';
import type { Trail } from './trail';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Reads a text; where the format has several spellings, in ours. */
export function readText({ format, maxLength }: TextForm, value: unknown, trail: Trail): unknown {
  if (typeof value !== 'string') {
    trail.fault('type', 'must be a string');
    return value;
  }
  if (maxLength !== undefined && value.length > maxLength && [...value].length > maxLength) {
    trail.fault('maxLength', `must not be longer than ${maxLength} characters`);
  }
  if (format === undefined) return value;
  const { parse, rule } = formats[format];
  const parsed = parse(value);
  if (parsed === undefined) trail.fault('format', rule);
  return parsed;
}

const formats: Record<TextFormat, { parse(text: string): string | undefined; rule: string }> = {
  count: { parse: (text) => (/^\d{1,15}$/.test(text) ? text : undefined), rule: 'must be a whole number from 0 on' },
  'date-time': { parse: parseDateTime, rule: 'must be an ISO 8601 date-time with its offset' },
  uuid: { parse: (text) => (GUID.test(text) ? text.toLowerCase() : undefined), rule: 'must be a GUID' },
  'https-uri': { parse: (text) => (isHttpsUri(text) ? text : undefined), rule: 'must be an absolute https URI' },
  email: { parse: (text) => (EMAIL.test(text) ? text : undefined), rule: 'must be an e-mail address' },
};

function isHttpsUri(text: string): boolean {
  return /^https:\/\/[^/?#\s]/i.test(text) && URL.canParse(text);
}
