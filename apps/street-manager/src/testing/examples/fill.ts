import { randomInt } from 'node:crypto';
import type { References } from './situations';

/**
 * A path or a body with what it refers to: `{permitReferenceNumber}` for a text, `"{#fileId}"` with its quotes for a
 * number, `{fresh}` and `{freshPrefix}` for eight and three digits by chance. What is not known is left as it stands.
 */
export function filled(text: string, references: References): string {
  return text
    .replace(/"\{#(\w+)\}"/g, (hole, name: string) => references[name] ?? hole)
    .replace(/\{(\w+)\}/g, (hole, name: string) => fresh[name]?.() ?? references[name] ?? hole);
}

/** A request's body, filled. */
export const filledBody = (request: object, references: References): object =>
  JSON.parse(filled(JSON.stringify(request), references)) as object;

const fresh: Readonly<Record<string, () => string>> = {
  fresh: () => String(randomInt(10_000_000, 100_000_000)),
  freshPrefix: () => String(randomInt(100, 1_000)),
};
