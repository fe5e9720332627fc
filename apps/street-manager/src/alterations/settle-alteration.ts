import type { AlterationOutcome } from '@switchyard/domain/street-manager';
import { recordEvents } from '../history/record';
import type { PermitRow } from '../permits/row';
import { permitTable } from '../permits/row';
import type { Act } from '../shared/deps';
import type { WorkRow } from '../works/row';
import { applyChanges, grantedChanges } from './apply-alteration';
import type { AlterationRow } from './row';
import { alterationTable } from './row';

/** What the authority said with its answer; nothing of it where an alteration deems. */
export type Answer = Partial<
  Pick<AlterationRow, 'assessment_discount' | 'assessment_comments' | 'reasonable_period_end_date'>
>;

/** Ends the waiting of an alteration at the instant of the act: its status, what reaches the permit, and the history. */
export function settleAlteration(
  act: Act,
  work: WorkRow,
  permit: PermitRow,
  alteration: AlterationRow,
  { status, applies, events }: AlterationOutcome,
  answer: Answer = {},
): void {
  const { tx, now } = act;
  const { reference } = alteration;
  alterationTable.change(tx, reference, { ...answer, status, is_pending: false, status_changed_date: now });
  if (applies === 'all') applyChanges(act, work, permit, reference, grantedChanges(act, permit, alteration));
  if (applies === 'reasonable_period') {
    permitTable.change(tx, permit.reference, {
      is_duration_challenged: true,
      reasonable_period_end_date: answer.reasonable_period_end_date!,
      assessment_comments: answer.assessment_comments,
      date_modified: now,
    });
  }
  recordEvents(act, work, events, { object: reference, details: answer.assessment_comments });
}
