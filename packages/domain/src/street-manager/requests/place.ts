import type { Violation } from '../../kernel';
import { checkGeometry } from '../geometry';

/** The published rules for a place on the map. Nothing for what is absent: the contract knows where one is required. */
export function checkPlace(field: string, value: unknown): Violation[] {
  return value === null || value === undefined ? [] : checkGeometry(field, value);
}
