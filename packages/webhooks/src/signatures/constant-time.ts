import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares two texts in a time that does not depend on where they differ, nor on their lengths. */
export function equalInConstantTime(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/** True when any of the expected signatures is the given one; all of them are looked at. */
export function matchesAny(expected: readonly string[], given: string): boolean {
  return expected.map((each) => equalInConstantTime(each, given)).includes(true);
}
