import type { ReinstatementRequest } from '@switchyard/domain/street-manager';
import { checkReinstatement, refuseRequest, siteTransition } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import { datesOf, groundOf, mayReinstate, recordReinstatement } from './add-reinstatement';
import { latestReinstatement } from './repository';

/** Adds a further reinstatement to a site, whose state and data are this one's from now on; its type stays. */
export async function createReinstatement(
  act: Act,
  workReferenceNumber: string,
  site: number,
  request: ReinstatementRequest,
): Promise<void> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, workReferenceNumber);
  const newest = await latestReinstatement(tx, work.reference, site);
  mayWrite(caller, work);
  const ground = await groundOf(act, work);
  const { type } = newest;
  refuseRequest(checkReinstatement(request, { now, type, ...datesOf(ground) }));
  const events = mayReinstate(ground, type);
  siteTransition(
    { status: newest.status, permitNumber: newest.permit_number },
    { status: request.reinstatement_status!, permitNumber: ground.active?.number ?? null },
  );
  await recordReinstatement(act, ground, { site, type, request, events });
}
