import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** What can hang on a work that has no permit yet, and carries its workstream for the lists. */
const tables = [
  'reinstatement',
  'inspection',
  'scheduled_inspection',
  'fixed_penalty_notice',
  'comment',
  'history',
] as const;

const move = tables.map((table) =>
  prepared(`${table}-follows-workstream`, `update ${table} set workstream = $2 where work_reference = $1`),
);

/** Everything on a work follows it out of the workstream for records without permits. */
export function leaveDefaultWorkstream(tx: Transaction, work: string, workstream: string): void {
  for (const each of move) tx.send(each, [work, workstream]);
}
