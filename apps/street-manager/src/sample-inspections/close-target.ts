import { prepared } from '@switchyard/db';
import { changeSampleTarget } from '@switchyard/domain/street-manager';
import type { HistoryScope } from '../history/record';
import { recordEvents, recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { lockTarget, stateOf, takeWorks } from './repository';
import { mayKeepTarget } from './authority';
import { sampleTargets } from './row';

const sampled = prepared<{ work_reference: string }>(
  'works-of-sample-target',
  `select distinct s.work_reference from sample_inspection s join sample_target t on t.reference = s.target_reference
   where t.reference = upper($1) and s.status = 'issued'`,
);
const end = prepared<HistoryScope & { sample: string }>(
  'end-samples-of-target',
  `update sample_inspection s set status = 'expired' from work w
   where s.target_reference = $1 and s.status = 'issued' and w.reference = s.work_reference
   returning s.reference as sample, w.reference, w.promoter, w.highway_authority, w.workstream`,
);

/** Closes a target: the samples that it has issued are over. */
export async function closeTarget(act: Act, reference: string): Promise<void> {
  const { tx, caller, directory } = act;
  const works = await tx.rows(sampled, [reference]);
  if (works.length > 0)
    takeWorks(
      tx,
      works.map(({ work_reference }) => work_reference),
    );
  const target = await lockTarget(tx, reference);
  mayKeepTarget(caller, target, directory);
  const { events } = changeSampleTarget(stateOf(target), 'close');
  sampleTargets.change(tx, target.reference, { is_active: false });
  recordEvents(act, null, events, { details: target.reference });
  for (const { sample, ...work } of await tx.rows(end, [target.reference])) {
    recordHistory(act, work, [{ event: 'sample_inspection_expired', object: sample, automatic: true }]);
  }
}
