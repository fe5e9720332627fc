import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { ActivityRequest } from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** What the authority says of an activity, in the words of the wire. */
export type ActivityContent = Omit<ActivityRequest, 'internal_user_identifier' | 'internal_user_name'>;

export interface ActivityRow {
  reference: string;
  highway_authority: string;
  usrn: number;
  content: ActivityContent;
  start_date: Date;
  end_date: Date;
  cancelled: boolean;
  cancelled_reason: string | null;
  date_created: Date;
}

export const activityTable = table<ActivityRow>('activity', 'reference', [
  'reference',
  'highway_authority',
  'usrn',
  'content',
  'start_date',
  'end_date',
  'cancelled',
  'cancelled_reason',
  'date_created',
]);

const find = prepared<ActivityRow>('activity', 'select * from activity where reference = $1');
const lock = prepared<ActivityRow>('lock-activity', 'select * from activity where reference = $1 for update');
const next = prepared<{ number: number }>(
  'next-activity',
  'update organisation set activity_count = activity_count + 1 where reference = $1 returning activity_count as number',
);

/** Throws NotFound. */
export const findActivity = (db: Connection, reference: string): Promise<ActivityRow> =>
  one(db.first(find, [normaliseReference(reference)]), reference);

/** The same, and nobody else changes it until the transaction ends. Throws NotFound. */
export const lockActivity = (tx: Transaction, reference: string): Promise<ActivityRow> =>
  one(tx.first(lock, [normaliseReference(reference)]), reference);

/** The number of the organisation's next activity. */
export const nextActivityNumber = async (tx: Transaction, organisation: string): Promise<number> =>
  (await tx.first(next, [organisation]))!.number;

async function one(found: Promise<ActivityRow | undefined>, reference: string): Promise<ActivityRow> {
  const row = await found;
  if (!row) throw new NotFound('activity', reference);
  return row;
}
