import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { recordHistory } from '../history/record';
import type { Deps } from '../shared/deps';
import { systemAct } from '../shared/deps';
import type { DuePiece } from '../shared/due';
import { lockWork } from '../works/repository';

interface Due {
  reference: string;
  work_reference: string;
  at: Date;
}

const due = prepared<Due>(
  'due-samples',
  `select reference, work_reference, expires_at as at from sample_inspection
   where status = 'issued' and expires_at <= $1 order by expires_at, reference limit $2`,
);
const expire = prepared<{ reference: string }>(
  'expire-sample',
  `update sample_inspection set status = 'expired' where reference = $1 and status = 'issued' and expires_at = $2
   returning reference`,
);

/** The samples whose last day was over when the daily job ran; missed runs are made up for, each at its time. */
export async function dueSamples(deps: Deps, now: Date, most: number): Promise<readonly DuePiece[]> {
  const found = await deps.db.reader().rows(due, [now, most]);
  return found.map((each) => ({ at: each.at, settle: () => deps.db.transaction((tx) => end(deps, tx, each)) }));
}

/** Whoever takes the work first ends the sample; who comes later finds it ended, or completed in the meantime. */
async function end(deps: Deps, tx: Transaction, { reference, work_reference, at }: Due): Promise<void> {
  const work = await lockWork(tx, work_reference);
  if (!(await tx.first(expire, [reference, at]))) return;
  recordHistory(systemAct(deps, tx, at), work, [{ event: 'sample_inspection_expired', object: reference }]);
}
