import type { Violation } from '../../kernel';
import { requireWhen } from './rules';

/** Files already uploaded, by number; each belongs to one record only. */
export interface WithFiles {
  file_ids?: readonly number[] | null;
}

/** The published rule for evidence: a flag that says yes needs files. */
export function checkEvidence<R extends WithFiles>(request: R, flag: keyof R & string): Violation[] {
  return requireWhen(request[flag] === true, request, ['file_ids'], `${flag} is true`);
}
