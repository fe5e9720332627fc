/** Year, number and letter of a police national computer id as people write them, with any separators. */
const written = /^(\d{2}|\d{4})[ /.-]+(\d{1,7})[ /.-]*([a-z])$/i;

/** A stored id starts with its year and a separator; what follows is anyone's spelling. */
const storedStart = /^(\d{2}|\d{4})[ /.-]/;

const numberLength = 7;

/** How to look for an id: any of the canonical forms, or the text as part of the stored id whatever its case. */
export interface PncSearch {
  canonical: string[];
  substring: string;
}

/** A stored id as year, seven digits and last letter, for example `200000123X`; null when its year cannot be told. */
export function canonicalPnc(stored: string | null): string | null {
  const start = storedStart.exec(stored ?? '');
  if (!stored || !start) return null;
  const rest = stored.slice(start[0].length);
  const letter = /[a-z](?=[^a-z]*$)/i.exec(rest)?.[0] ?? '';
  return `${start[1]}${rest.replace(/\D/g, '').padStart(numberLength, '0')}${letter.toUpperCase()}`;
}

/**
 * What a search text stands for. A year of two digits also means both centuries, one of four also its last two digits.
 * A text that is no id is looked for as part of one only.
 */
export function pncSearch(text: string): PncSearch {
  const [, year, digits, letter] = written.exec(text.trim()) ?? [];
  if (!year || !digits || !letter) return { canonical: [], substring: text };
  const years = year.length === 2 ? [year, `19${year}`, `20${year}`] : [year, year.slice(2)];
  const rest = digits.padStart(numberLength, '0') + letter.toUpperCase();
  return { canonical: years.map((each) => each + rest), substring: text };
}

/** Whether a stored id is among what a search text stands for. */
export function matchesPnc(stored: string | null, text: string): boolean {
  if (stored === null) return false;
  const { canonical, substring } = pncSearch(text);
  return canonical.includes(canonicalPnc(stored) ?? '') || stored.toLowerCase().includes(substring.toLowerCase());
}
