import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** A comment on a work. `side` is the organisation on whose side its author wrote. */
export interface CommentRow {
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

export const commentTable = table<CommentRow>('comment', 'reference', [
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

/** The comment on this work, in any case of its letters. Throws NotFound. */
export async function findComment(tx: Transaction, work: string, reference: string): Promise<CommentRow> {
  const row = await tx.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('comment', reference);
  return row;
}
