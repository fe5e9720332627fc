import type { HistoryEvent } from '@switchyard/domain/street-manager';
import type { Happening } from '../history/record';
import { recordEvents } from '../history/record';
import type { Act } from '../shared/deps';
import type { WorkRow } from '../works/row';
import { wasGranted } from './facts';
import type { PermitRow } from './row';
import { permitTable } from './row';

export interface Mark {
  changes: Partial<PermitRow>;
  events: readonly HistoryEvent[];
  details?: string | null;
  topic?: Happening['topic'];
}

/** Stores what was noted on a permit without moving it on, and says so in the history of its work. */
export function markPermit(
  act: Act,
  work: WorkRow,
  permit: PermitRow,
  { changes, events, details, topic }: Mark,
): void {
  permitTable.change(act.tx, permit.reference, { ...changes, date_modified: act.now });
  recordEvents(act, work, events, {
    object: permit.reference,
    details,
    topic: { granted: wasGranted(permit), ...topic },
  });
}
