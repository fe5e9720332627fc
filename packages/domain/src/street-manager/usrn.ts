import type { Violation } from '../kernel';
import { broken } from './requests/rules';

/** The unique street reference numbers that the published rules support. */
export const usrnBounds = { first: 100_001, last: 99_999_999 } as const;

export function isUsrn(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= usrnBounds.first && (value as number) <= usrnBounds.last;
}

/** Whether the number can be that of a street; the gazetteer knows whether there is one. Nothing for what is absent. */
export function checkUsrn(field: string, value: unknown): Violation[] {
  if (value === null || value === undefined || isUsrn(value)) return [];
  return [
    broken(field, 'usrn', `must be a whole number between ${usrnBounds.first} and ${usrnBounds.last} inclusive`, value),
  ];
}
