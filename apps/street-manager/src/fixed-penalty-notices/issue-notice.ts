import type { FPNRequest } from '@switchyard/domain/street-manager';
import {
  checkFPN,
  fpnEvents,
  fpnReference,
  normaliseReference,
  refuseRequest,
} from '@switchyard/domain/street-manager';
import { linkFiles } from '../files/link-files';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { searchText } from '../shared/search';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';
import { permitReferencesOf } from './repository';
import type { StoredNotice } from './row';
import { notices } from './row';

/** The authority gives a notice about a work, whatever its status. Gives the notice's reference. */
export async function penaliseWork(act: Act, reference: string, request: FPNRequest): Promise<string> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, reference);
  mayWrite(caller, work);
  refuseRequest(checkFPN(request, { now, permitReferences: await permitReferencesOf(tx, work.reference) }));
  return issueNotice(act, work, request);
}

/**
 * Issues a notice about a work that the caller has locked or just created. The request keeps the rules. Gives the
 * notice's reference.
 */
export async function issueNotice(act: Act, work: WorkRow, request: FPNRequest): Promise<string> {
  const { tx, now } = act;
  const number = work.fpn_count + 1;
  const reference = fpnReference(work.reference, number);
  const { permit_reference_number: permit } = request;
  notices.insert(tx, {
    reference,
    work_reference: work.reference,
    number,
    permit_reference: permit ? normaliseReference(permit) : null,
    status: 'issued',
    offence_code: request.offence_code!,
    issue_date: now,
    status_changed_date: now,
    content: contentOf(request),
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
    search: searchText([work.reference, reference], work),
  });
  workTable.change(tx, work.reference, { fpn_count: number });
  await linkFiles(act, request.file_ids, { kind: 'fpn', reference, work: work.reference });
  recordHistory(act, work, [{ event: fpnEvents.issued, object: reference }]);
  return reference;
}

const contentOf = (request: FPNRequest): StoredNotice => ({
  offence_date: request.offence_date!,
  offence_details: request.offence_details!,
  authorised_officer: request.authorised_officer!,
  officer_contact_details: request.officer_contact_details!,
  officer_address: request.officer_address!,
  representations_contact: request.representations_contact!,
  representations_contact_address: request.representations_contact_address!,
  payment_methods: request.payment_methods!,
  fpn_evidence: request.fpn_evidence!,
});
