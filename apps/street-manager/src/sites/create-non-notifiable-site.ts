import type { NonNotifiableSiteRequest } from '@switchyard/domain/street-manager';
import { AccessRestricted, defaultWorkstream, levelIn } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { namedParties } from '../shared/parties';
import { streetOfRequest } from '../streets/street-of-request';
import { newWork } from '../works/new-work';
import { drawWorkReference, referenceForWork } from '../works/references';
import { workTable } from '../works/row';
import { mayReinstate, recordReinstatement } from './add-reinstatement';
import { insertSite } from './repository';

export interface CreatedSite {
  work_reference_number: string;
  site_number: number;
}

/** Records works that need no permit, with the first site of theirs. */
export async function createNonNotifiableSite(act: Act, request: NonNotifiableSiteRequest): Promise<CreatedSite> {
  const { tx, caller, directory } = act;
  const { promoter, authority } = namedParties(request, caller, directory);
  const street = await streetOfRequest(tx, request);
  const workstream = workstreamFor(act, promoter.reference, request.workstream_prefix ?? defaultWorkstream);
  const reference = await referenceForWork(act, request.work_reference_number, () =>
    drawWorkReference(act, promoter.prefix, workstream),
  );
  const work = newWork(act, { promoter, authority }, street, request.works_coordinates, {
    reference,
    status: 'non_notifiable',
    workstream,
    location_description: request.location_description!,
    site_count: 1,
  });
  const type = request.reinstatement_type!;
  const ground = { work, active: null, earliestStart: null };
  const events = mayReinstate(ground, type);
  workTable.insert(tx, work);
  recordHistory(act, work, [{ event: 'non_notifiable_works_record_created', object: reference }]);
  insertSite(tx, reference, 1, type);
  await recordReinstatement(act, ground, { site: 1, type, request, events });
  return { work_reference_number: reference, site_number: 1 };
}

/** The workstream of works without a permit: any that the caller may write in, the default one among them. */
function workstreamFor({ caller, directory }: Act, promoter: string, prefix: string): string {
  const known = directory.workstream(promoter, prefix)?.status === 'active';
  if (known && levelIn(caller, promoter, prefix) === 'full_write') return prefix;
  throw new AccessRestricted(`the caller may not write in workstream ${prefix}`);
}
