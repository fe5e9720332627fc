import type { CommentRequest } from '@switchyard/domain/street-manager';
import { actorRefusal, commentEvent, commentReference, refuseAccess, sideOf } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite, sideOrganisation } from '../shared/parties';
import { lockWork } from '../works/repository';
import { workTable } from '../works/row';
import { commentTable } from './repository';

/** Writes a comment on a work. Throws NotFound, or AccessRestricted. */
export async function writeComment(
  act: Act,
  workReference: string,
  request: CommentRequest,
): Promise<{ comment_reference_number: string }> {
  const { tx, caller, now } = act;
  refuseAccess(actorRefusal(sideOf(caller.roles)!, 'topic', request.topic));
  const work = await lockWork(tx, workReference);
  mayWrite(caller, work);
  const number = work.comment_count + 1;
  const reference = commentReference(work.reference, number);
  const side = sideOrganisation(caller, work);
  const internal = request.is_internal ?? false;
  commentTable.insert(tx, {
    reference,
    work_reference: work.reference,
    number,
    topic: request.topic!,
    detail: request.detail!,
    author_email: caller.id,
    author_organisation: caller.organisation,
    side,
    is_internal: internal,
    date_created: now,
    read_on: null,
    read_by: null,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
  });
  workTable.change(tx, work.reference, { comment_count: number });
  recordHistory(act, work, [{ event: commentEvent(internal), object: reference, onlyFor: internal ? side : null }]);
  return { comment_reference_number: reference };
}
