declare const unit: unique symbol;

/** A whole number of pence, within the safe integers. */
export type Pence = number & { readonly [unit]: 'pence' };

/** Takes a whole number as pence. Throws RangeError for fractions and beyond the safe integers. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole, exact number of pence`);
  return (amount === 0 ? 0 : amount) as Pence;
}

/**
 * Reads pounds such as `12`, `12.3` or `12.34`. Null for anything else: fractions of a penny, separators, signs other
 * than a permitted minus, blanks, and amounts that a safe integer cannot hold.
 */
export function parsePounds(text: string, { negative }: { negative: 'allowed' | 'refused' }): Pence | null {
  const [, minus, pounds, pennies] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (pounds === undefined || (minus === '-' && negative === 'refused')) return null;
  const amount = Number(minus + pounds + (pennies ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(amount) ? pence(amount) : null;
}

/** `£1,234.56`, with the minus in front: `-£1,234.56`. */
export function formatPounds(amount: Pence): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}£${pounds}.${digits.slice(-2)}`;
}

/** Throws RangeError when the sum leaves the safe integers. */
export function addPence(one: Pence, other: Pence): Pence {
  return pence(one + other);
}

/** The sum in any order, 0p for none. Throws RangeError when the sum leaves the safe integers. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return fromBigInt(total);
}

/**
 * Multiplies exactly by a decimal number in text, such as `1.025` or `-0.5`, and rounds once, to the nearest penny.
 * Half a penny rounds up, away from zero: 0.5p becomes 1p, -0.5p becomes -1p.
 * Throws RangeError when the text is not a plain decimal number or the product leaves the safe integers.
 */
export function multiplyByDecimalString(amount: Pence, factor: string): Pence {
  const [, minus, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(factor) ?? [];
  if (whole === undefined) throw new RangeError(`"${factor}" is not a decimal number`);
  const product = BigInt(amount) * BigInt(whole + fraction) * (minus ? -1n : 1n);
  return fromBigInt(divideHalfUp(product, 10n ** BigInt(fraction.length)));
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}

function fromBigInt(amount: bigint): Pence {
  return pence(Number(amount));
}
