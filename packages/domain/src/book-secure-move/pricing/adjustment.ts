import { multiplyByDecimalString, violation, when } from '../../kernel';
import type { Pence, Violation } from '../../kernel';
import { blank, invalid, tooLong } from '../standard-violations';

/** What was asked of the prices of a year; rates are percentages as text, `20` for 20 % more. */
export interface AdjustmentRequest {
  effectiveYear: number;
  inflationaryRate: string;
  /** Null for none. */
  volumetricRate: string | null;
  details: string;
  /** Whether a year long past may be adjusted all the same. */
  force: boolean;
}

const inflationary = /^(?=.*\d)\d{0,2}(\.\d{0,40})?$/;
const volumetric = /^(?=.*\d)-?\d{0,2}(\.\d{0,40})?$/;
const mostDetails = 255;

/** Every rule that an adjustment breaks on its own, whatever the prices are. `current` is the contractual year of today. */
export function checkAdjustment(request: AdjustmentRequest, current: number): Violation[] {
  const { effectiveYear, inflationaryRate, volumetricRate, details, force } = request;
  const readable = inflationary.test(inflationaryRate);
  return [
    ...when(
      effectiveYear < current - 1 && !force,
      violation('effective_year', 'too_old', `must be ${current - 1} or later`),
    ),
    ...when(!readable, invalid('inflationary_rate')),
    ...when(
      readable && isZero(inflationaryRate),
      violation('inflationary_rate', 'greater_than', 'must be greater than 0'),
    ),
    ...when(volumetricRate !== null && !volumetric.test(volumetricRate), invalid('volumetric_rate')),
    ...when(details.trim() === '', blank('details')),
    ...when(details.length > mostDetails, tooLong('details', mostDetails)),
  ];
}

export const isZero = (rate: string): boolean => !/[1-9]/.test(rate);

/** One run over the prices of a year: from the prices of `baseYear`, times the multiplier, to those of the year. */
export interface AdjustmentPass {
  kind: 'inflationary' | 'volumetric';
  baseYear: number;
  /** A decimal number in text. */
  multiplier: string;
}

/** The passes of an adjustment in their order: from the year before, then upon the year itself unless it is zero. */
export function passesOf({ effectiveYear, inflationaryRate, volumetricRate }: AdjustmentRequest): AdjustmentPass[] {
  const first = {
    kind: 'inflationary',
    baseYear: effectiveYear - 1,
    multiplier: multiplierOf(inflationaryRate),
  } as const;
  if (volumetricRate === null || isZero(volumetricRate)) return [first];
  return [first, { kind: 'volumetric', baseYear: effectiveYear, multiplier: multiplierOf(volumetricRate) }];
}

/** `20` becomes `1.20`, `-12.01` becomes `0.8799`: exactly, for rates above -100. */
export function multiplierOf(ratePercent: string): string {
  const [whole = '', fraction = ''] = ratePercent.replace('-', '').split('.');
  const scale = 10n ** BigInt(fraction.length + 2);
  const part = BigInt(`${whole}${fraction}` || '0');
  const digits = String(ratePercent.startsWith('-') ? scale - part : scale + part).padStart(fraction.length + 3, '0');
  const point = digits.length - fraction.length - 2;
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A price times a multiplier, rounded once to the nearest penny, half a penny up. */
export const adjusted = (amount: Pence, multiplier: string): Pence => multiplyByDecimalString(amount, multiplier);
