import type { IdGenerator } from './ids';

/** One stretch of a reference: so many characters of an alphabet. */
export interface ReferencePart {
  /** The characters to draw from, each once. */
  alphabet: string;
  length: number;
  /** True when no character may come twice within this part. */
  distinct: boolean;
}

/**
 * Draws a reference, part by part, every permitted one equally likely. Uniqueness is the caller's to keep: the database
 * refuses a second one, and the caller draws again.
 * Throws RangeError for a pattern that cannot be filled.
 */
export function makeReference(pattern: readonly ReferencePart[], ids: IdGenerator): string {
  return pattern.map((part) => drawPart(part, ids)).join('');
}

function drawPart({ alphabet, length, distinct }: ReferencePart, ids: IdGenerator): string {
  const remaining = [...alphabet];
  if (new Set(remaining).size !== remaining.length) throw new RangeError(`the alphabet "${alphabet}" repeats itself`);
  if (remaining.length < (distinct ? length : Math.min(length, 1))) {
    throw new RangeError(`the alphabet "${alphabet}" is too short for ${length} characters`);
  }
  return Array.from({ length }, () => {
    const at = ids.pick(remaining.length);
    return distinct ? remaining.splice(at, 1)[0] : remaining[at];
  }).join('');
}
