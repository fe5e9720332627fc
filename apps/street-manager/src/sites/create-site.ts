import type { SiteRequest } from '@switchyard/domain/street-manager';
import { checkSite, nextSiteNumber, refuseRequest } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import { workTable } from '../works/row';
import { datesOf, groundOf, mayReinstate, recordReinstatement } from './add-reinstatement';
import { insertSite } from './repository';

/** Adds a site to a work with its first reinstatement, under the active permit. Gives its number on the work, from 1. */
export async function createSite(
  act: Act,
  workReferenceNumber: string,
  request: SiteRequest,
): Promise<{ site_number: number }> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, workReferenceNumber);
  mayWrite(caller, work);
  const ground = await groundOf(act, work);
  refuseRequest(checkSite(request, { now, ...datesOf(ground) }));
  const type = request.reinstatement_type!;
  const events = mayReinstate(ground, type);
  const site = nextSiteNumber(work.site_count);
  insertSite(tx, work.reference, site, type);
  workTable.change(tx, work.reference, { site_count: site });
  await recordReinstatement(act, ground, { site, type, request, events });
  return { site_number: site };
}
