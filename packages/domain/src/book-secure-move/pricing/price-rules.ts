import { violation, when } from '../../kernel';
import type { Violation } from '../../kernel';
import { mostTypedPence } from './amount';
import { isOpenForChanges } from './effective-year';

/** An amount that somebody types in: whole pence from nothing to £9,999.99. */
export function checkTypedAmount(field: string, amount: number): Violation[] {
  if (!Number.isInteger(amount)) return [violation(field, 'not_an_integer', 'must be a whole number of pence')];
  return [
    ...when(amount < 0, violation(field, 'negative', 'must not be negative')),
    ...when(amount > mostTypedPence, violation(field, 'too_large', `must not be more than ${mostTypedPence}`)),
  ];
}

/** Single prices and exceptions change in the current and the previous contractual year only. */
export const checkYearIsOpen = (field: string, year: number, current: number): Violation[] =>
  when(
    !isOpenForChanges(year, current),
    violation(field, 'closed', `is not open for changes: only ${current} and ${current - 1} are`),
  );

/** An exception of a price: a month of the calendar, and an amount that differs from the price itself. */
export const checkException = (month: number, amount: number, price: number): Violation[] => [
  ...when(!Number.isInteger(month) || month < 1 || month > 12, violation('month', 'invalid', 'must be from 1 to 12')),
  ...when(amount === price, violation('price_in_pence', 'same_as_price', 'must differ from the price itself')),
];
