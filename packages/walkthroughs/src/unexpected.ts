import { isDeepStrictEqual } from 'node:util';

/** A walkthrough met something other than the document promises. Stops that walkthrough, and names both sides. */
export class Unexpected extends Error {
  constructor(
    /** What was looked at: `status of POST /api/moves`, `journey state`. */
    readonly what: string,
    readonly expected: unknown,
    readonly actual: unknown,
    /** Whatever helps to understand it, for example the body of the reply. */
    readonly context?: string,
  ) {
    super(`${what}: expected ${show(expected)}, got ${show(actual)}${context ? `\n${context}` : ''}`);
  }
}

/** Throws Unexpected unless both values are equal all the way down. */
export function same(what: string, actual: unknown, expected: unknown, context?: string): void {
  if (!isDeepStrictEqual(actual, expected)) throw new Unexpected(what, expected, actual, context);
}

/** The words of whatever was thrown, followed by those of its cause. Asks for the shape, since a realm has its own Error. */
export function messageOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: unknown; cause?: { message?: unknown } };
  if (typeof message !== 'string') return String(error);
  return typeof cause?.message === 'string' ? `${message} (${cause.message})` : message;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
