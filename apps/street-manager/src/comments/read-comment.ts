import { NotFound } from '@switchyard/domain';
import { AccessRestricted } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite, sideOrganisation } from '../shared/parties';
import { lockWork } from '../works/repository';
import { commentTable, findComment } from './repository';

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
  commentTable.change(tx, comment.reference, { read_on: now, read_by: caller.id });
  recordHistory(act, work, [{ event: 'comment_read', object: comment.reference }]);
}
