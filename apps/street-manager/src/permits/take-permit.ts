import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { findPermit } from './repository';
import type { PermitRow } from './row';

/** A permit by the references in a path. */
export interface NamedPermit {
  workReferenceNumber: string;
  permitReferenceNumber: string;
}

/**
 * Takes the work for this transaction and finds its permit. Throws NotFound, or AccessRestricted where the caller may not
 * write to them.
 */
export async function takePermit(
  { tx, caller }: Pick<Act, 'tx' | 'caller'>,
  { workReferenceNumber, permitReferenceNumber }: NamedPermit,
): Promise<{ work: WorkRow; permit: PermitRow }> {
  const work = await lockWork(tx, workReferenceNumber);
  const permit = await findPermit(tx, work.reference, permitReferenceNumber);
  mayWrite(caller, work);
  return { work, permit };
}
