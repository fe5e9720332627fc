import type { Violation } from '../../kernel';
import { broken } from './rules';

/** A permit that is named belongs to the work, whatever the case of its letters. Nothing for what is absent. */
export function checkPermitOfWork(
  reference: string | null | undefined,
  permitReferences: readonly string[],
): Violation[] {
  if (!reference || permitReferences.includes(reference.toUpperCase())) return [];
  return [broken('permit_reference_number', 'unknown_permit', 'must be a permit of the work', reference)];
}
