import { PreconditionFailed } from '@switchyard/domain/street-manager';
import type { KnownPermit } from '../../permits/facts';
import { factsOf } from '../../permits/facts';
import { findPermit } from '../../permits/repository';
import type { PermitRow } from '../../permits/row';
import type { Act } from '../../shared/deps';
import { mayWrite } from '../../shared/parties';
import { lockWork } from '../repository';
import type { WorkRow } from '../row';

/** A work with the permit that it is carried out under. */
export interface OnSite {
  work: WorkRow;
  permit: PermitRow;
  known: KnownPermit;
}

/**
 * Takes the work for this transaction, with its active permit. Throws NotFound, AccessRestricted where the caller may not
 * write to it, PreconditionFailed where it has no permit.
 */
export async function takeOnSite(act: Act, reference: string): Promise<OnSite> {
  const work = await lockWork(act.tx, reference);
  mayWrite(act.caller, work);
  if (work.active_permit === null) throw new PreconditionFailed('The works have no permit');
  const permit = await findPermit(act.tx, work.reference, work.active_permit);
  return { work, permit, known: await factsOf(act.tx, permit, work) };
}
