import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { deemPermit, isDeemable } from '@switchyard/domain/street-manager';
import type { Deps } from '../shared/deps';
import { systemAct } from '../shared/deps';
import type { DuePiece } from '../shared/due';
import { lockWork } from '../works/repository';
import { applyOutcome } from './apply-outcome';
import { factsOf } from './facts';
import { findPermit } from './repository';

interface Due {
  reference: string;
  work_reference: string;
  at: Date;
}

/**
 * A permit is due once its deadline has passed. One that came back to `submitted` after its deadline, as a reverted stop
 * leaves it, is due since it came back.
 */
const due = prepared<Due>(
  'due-permits',
  `select reference, work_reference, greatest(deadline_date, status_changed_date) as at
   from permit where status = 'submitted' and deadline_date < $1
   order by 3, 1 limit $2`,
);

/** The permits that the authority has left unanswered; the deadline grants them. */
export async function duePermits(deps: Deps, now: Date, most: number): Promise<readonly DuePiece[]> {
  const found = await deps.db.reader().rows(due, [now, most]);
  return found.map((each) => ({ at: each.at, settle: () => deps.db.transaction((tx) => deem(deps, tx, each, now)) }));
}

/** Whoever takes the work first deems the permit; who comes later finds it decided. */
async function deem(deps: Deps, tx: Transaction, { reference, work_reference, at }: Due, now: Date): Promise<void> {
  const act = systemAct(deps, tx, at);
  const work = await lockWork(tx, work_reference);
  const permit = await findPermit(tx, work.reference, reference);
  const known = await factsOf(tx, permit, work);
  if (!isDeemable(known.facts) || permit.deadline_date >= now) return;
  applyOutcome(act, work, permit, known, deemPermit(known.facts), { changes: { is_deemed: true } });
}
