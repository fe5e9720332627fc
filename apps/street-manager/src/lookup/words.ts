const APOSTROPHES_AND_ACCENTS = /['\u2019\u0300-\u036f]/g;

/**
 * The words of a name as streets are searched by them: in capitals, accents and apostrophes dropped, and every other mark
 * a space. The function `street_words` of the database does the same to the names.
 */
export const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(APOSTROPHES_AND_ACCENTS, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toUpperCase()
    .split(' ')
    .filter(Boolean);
