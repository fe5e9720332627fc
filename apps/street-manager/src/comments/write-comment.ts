import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import {
  AccessRestricted,
  actorRefusal,
  commentEvent,
  commentReference,
  normaliseReference,
  refuseAccess,
  sideOf,
} from '@switchyard/domain/street-manager';
import type { CommentRequest } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite, sideOrganisation } from '../shared/parties';
import { table } from '../shared/table';
import { lockWork } from '../works/repository';
import { workTable } from '../works/row';

interface CommentRow {
  reference: string;
  work_reference: string;
  number: number;
  topic: string;
  detail: string;
  author_email: string;
  author_organisation: string;
  side: string;
  is_internal: boolean;
  date_created: Date;
  read_on: Date | null;
  read_by: string | null;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
}

const comments = table<CommentRow>('comment', 'reference', [
  'reference',
  'work_reference',
  'number',
  'topic',
  'detail',
  'author_email',
  'author_organisation',
  'side',
  'is_internal',
  'date_created',
  'read_on',
  'read_by',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
]);
const find = prepared<CommentRow>('comment', 'select * from comment where work_reference = $1 and reference = $2');

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
  comments.insert(tx, {
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

/**
 * Marks a comment of the other side as read; the first reader stays the reader. Throws NotFound, also for what is
 * internal to the other side, or AccessRestricted for what the caller's own side wrote.
 */
export async function readComment(act: Act, workReference: string, commentReferenceNumber: string): Promise<void> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, workReference);
  const comment = await findComment(tx, work.reference, commentReferenceNumber);
  mayWrite(caller, work);
  const own = comment.side === sideOrganisation(caller, work);
  if (comment.is_internal && !own) throw new NotFound('comment', commentReferenceNumber);
  if (own) throw new AccessRestricted('the comment was written on the caller’s own side');
  if (comment.read_on) return;
  comments.change(tx, comment.reference, { read_on: now, read_by: caller.id });
  recordHistory(act, work, [{ event: 'comment_read', object: comment.reference }]);
}

async function findComment(tx: Transaction, work: string, reference: string): Promise<CommentRow> {
  const row = await tx.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('comment', reference);
  return row;
}
