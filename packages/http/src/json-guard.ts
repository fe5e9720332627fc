import { Refusal } from './refusals';

export interface JsonLimits {
  maxDepth: number;
  maxKeys: number;
  maxItems: number;
  maxString: number;
}

export const defaultJsonLimits: JsonLimits = { maxDepth: 64, maxKeys: 10_000, maxItems: 2_000, maxString: 65_536 };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACE = 0x7d;
const CLOSE_BRACKET = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Parses a JSON body that nobody vouches for. Refuses, naming the rule: bytes that are not UTF-8, nesting that would
 * overflow a recursive reader, numbers that a double cannot hold, text that PostgreSQL cannot store, and keys that
 * reach an object's prototype. Of a repeated key the last one counts.
 */
export function parseJson(bytes: Buffer, limits: JsonLimits = defaultJsonLimits): unknown {
  const text = decode(bytes);
  if (isDeeper(bytes, limits.maxDepth)) throw malformed(`nested deeper than ${limits.maxDepth} levels`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed((error as Error).message);
  }
  inspect(value, '', { ...limits, keysLeft: limits.maxKeys });
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('not valid UTF-8');
  }
}

/** Counts brackets outside strings, up to one too many; needs no recursion, so that no input can overflow it. */
function isDeeper(bytes: Buffer, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (inString) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}

interface Budget extends JsonLimits {
  keysLeft: number;
}

function inspect(value: unknown, at: string, budget: Budget): void {
  if (typeof value === 'string') inspectText(value, at, budget);
  else if (typeof value === 'number') inspectNumber(value, at);
  else if (Array.isArray(value)) {
    if (value.length > budget.maxItems) throw malformed(`${at || '/'} has more than ${budget.maxItems} items`);
    value.forEach((item, index) => inspect(item, `${at}/${index}`, budget));
  } else if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      budget.keysLeft -= 1;
      if (budget.keysLeft < 0) throw malformed(`more than ${budget.maxKeys} members`);
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        throw malformed(`${at}/${key} is not an allowed member`);
      }
      inspectText(key, at, budget);
      inspect((value as Record<string, unknown>)[key], `${at}/${key}`, budget);
    }
  }
}

function inspectText(text: string, at: string, { maxString }: Budget): void {
  if (text.length > maxString) throw malformed(`${at || '/'} is longer than ${maxString} characters`);
  if (text.includes('\u0000')) throw malformed(`${at || '/'} contains a NUL character`);
  if (!text.isWellFormed()) throw malformed(`${at || '/'} contains half of a surrogate pair`);
}

function inspectNumber(number: number, at: string): void {
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number))) {
    throw malformed(`${at || '/'} is a number that cannot be held exactly`);
  }
}

const malformed = (detail: string): Refusal => new Refusal('malformed_body', detail);
