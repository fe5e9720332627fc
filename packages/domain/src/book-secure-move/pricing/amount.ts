import { multiplyByDecimalString, pence } from '../../kernel';
import type { Pence } from '../../kernel';

/** The most that one price may be: what the column of a price holds, £21,474,836.47. */
export const mostPence = 2_147_483_647;

/** The most that a single price or exception may be when it is typed in: £9,999.99. */
export const mostTypedPence = 999_999;

const decimal = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * Pounds as a catalogue has them, such as `43`, `43.005` or `4.3e1`, in pence: rounded once, to the nearest penny, half
 * a penny up. Null for anything that is not a number.
 */
export function penceOfPounds(text: string): Pence | null {
  const [, sign, whole, fraction = '', exponent = '0'] = decimal.exec(text.trim()) ?? [];
  if (whole === undefined || whole.length > 15) return null;
  return multiplyByDecimalString(pence(100), `${sign === '-' ? '-' : ''}${shifted(whole, fraction, Number(exponent))}`);
}

/** Whole and fraction with the point moved to the right, or to the left when negative. */
function shifted(whole: string, fraction: string, places: number): string {
  if (places >= 0) return `${whole}${fraction.slice(0, places).padEnd(places, '0')}.${fraction.slice(places)}0`;
  const digits = whole.padStart(1 - places, '0');
  return `${digits.slice(0, places)}.${digits.slice(places)}${fraction}`;
}

/** Pounds with two decimals and nothing else, `1234.50`, as files have them. */
export function poundsText(amount: Pence): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
