import type { IdGenerator } from '../kernel';

/** Letters and digits that cannot be mistaken for one another. */
const letters = 'ACEFHJKMNPRTUVWXY';
const digits = '123456789';

/** The shape of every move's reference: three letters, four digits, one letter. */
export const referencePattern = /^[ACEFHJKMNPRTUVWXY]{3}[1-9]{4}[ACEFHJKMNPRTUVWXY]$/;

/** A new reference; no character is repeated within a part. Whether it is unique, the caller's store knows. */
export function newReference(ids: IdGenerator): string {
  return draw(letters, 3, ids) + draw(digits, 4, ids) + draw(letters, 1, ids);
}

function draw(from: string, count: number, ids: IdGenerator): string {
  const left = [...from];
  return Array.from({ length: count }, () => left.splice(ids.pick(left.length), 1)[0]).join('');
}
