import { prepared } from '@switchyard/db';
import type { HistoryEvent, PermitOutcome } from '@switchyard/domain/street-manager';
import type { Happening } from '../history/record';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';
import type { KnownPermit } from './facts';
import { wasGranted } from './facts';
import type { PermitRow } from './row';
import { permitTable } from './row';

const endPending = prepared(
  'end-pending-alteration',
  'update alteration set status = $2, is_pending = false, status_changed_date = $3 where reference = $1',
);
const followWork = prepared('permits-follow-work', 'update permit set work_status = $2 where work_reference = $1');
const alterationsFollowWork = prepared(
  'alterations-follow-work',
  'update alteration set work_status = $2 where work_reference = $1',
);

/** What is written beside the outcome itself. */
export interface OutcomeNotes {
  changes?: Partial<PermitRow>;
  work?: Partial<WorkRow>;
  /** Said in the history of the first event. */
  details?: string | null;
  /** When it counts as done, where that is not now: what deems does so at its deadline. */
  at?: Date;
}

/** Stores what a decision about a permit came to: the permit, its work, the records around it, and their history. */
export function applyOutcome(
  act: Act,
  work: WorkRow,
  permit: PermitRow,
  known: KnownPermit,
  outcome: PermitOutcome,
  notes: OutcomeNotes = {},
): void {
  const { tx, now } = act;
  const at = notes.at ?? now;
  const moved = outcome.status !== permit.status || outcome.assessmentStatus !== permit.assessment_status;
  permitTable.change(tx, permit.reference, {
    status: outcome.status,
    assessment_status: outcome.assessmentStatus,
    work_status: outcome.workStatus,
    date_modified: at,
    ...(moved && { status_changed_date: at }),
    ...notes.changes,
  });
  changeWork(act, work, { status: outcome.workStatus, ...notes.work });
  if (outcome.pendingAlteration && known.pendingAlteration) {
    tx.send(endPending, [known.pendingAlteration, outcome.pendingAlteration, at]);
  }
  if (outcome.progressedPaa && permit.progressed_from) {
    permitTable.change(tx, permit.progressed_from, {
      assessment_status: outcome.progressedPaa,
      date_modified: at,
      status_changed_date: at,
    });
  }
  recordHistory(act, work, happeningsOf(permit, known, outcome.events, notes));
}

/** Changes a work; where its status changes, the lists of permits and alterations learn of it. */
export function changeWork({ tx }: Pick<Act, 'tx'>, work: WorkRow, changes: Partial<WorkRow>): void {
  workTable.change(tx, work.reference, changes);
  if (changes.status === undefined || changes.status === work.status) return;
  tx.send(followWork, [work.reference, changes.status]);
  tx.send(alterationsFollowWork, [work.reference, changes.status]);
}

function happeningsOf(
  permit: PermitRow,
  known: KnownPermit,
  events: readonly HistoryEvent[],
  { details, at }: OutcomeNotes,
): Happening[] {
  const granted = wasGranted(permit);
  return events.map((event, index) => ({
    event,
    object: objectOf(event, permit, known),
    topic: { granted },
    ...(index === 0 ? { details } : { automatic: true }),
    ...(at && { at }),
  }));
}

function objectOf(event: HistoryEvent, permit: PermitRow, { pendingAlteration }: KnownPermit): string | null {
  if (event.startsWith('alteration_')) return pendingAlteration;
  return event.startsWith('paa_') && permit.work_category !== 'paa' ? permit.progressed_from : permit.reference;
}
