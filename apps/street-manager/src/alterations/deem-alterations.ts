import { deemAlteration } from '@switchyard/domain/street-manager';
import { findPermit } from '../permits/repository';
import type { Deps } from '../shared/deps';
import { systemAct } from '../shared/deps';
import type { DueKind } from '../shared/due';
import { lockWork } from '../works/repository';
import { settingOf } from './assess-alteration';
import type { DueAlteration } from './repository';
import { dueAlterationsAt, findAlteration } from './repository';
import { settleAlteration } from './settle-alteration';

/** The alterations whose authority has let the deadline pass: their values reach the permit as if they were granted. */
export const dueAlterations: DueKind = async (deps, now, most) => {
  const due = await dueAlterationsAt(deps.db.reader(), now, most);
  return due.map((each) => ({ at: each.deadline_date, settle: () => deem(deps, each) }));
};

/** Everything is written as of the deadline. Under the lock of the work, only the first of several processes finds it waiting. */
const deem = (
  deps: Deps,
  { reference, permit_reference, work_reference, deadline_date }: DueAlteration,
): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const work = await lockWork(tx, work_reference);
    const alteration = await findAlteration(tx, permit_reference, reference);
    if (!alteration.is_pending) return;
    const permit = await findPermit(tx, work.reference, permit_reference);
    const outcome = deemAlteration(alteration, settingOf(alteration));
    settleAlteration(systemAct(deps, tx, deadline_date), work, permit, alteration, outcome);
  });
