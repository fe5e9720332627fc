import type { StateMachine } from '../../kernel';
import { workStatuses } from '../enums';
import type { HistoryEvent, WorkStatus } from '../enums';

export type WorkEvent =
  'start' | 'revert_start' | 'stop' | 'revert_stop' | 'cancel' | 'add_permit' | 'add_immediate_permit';

/** Works that a permit may be added to; section 81 works and unattributable ones stay as they are for good. */
const open: readonly WorkStatus[] = ['planned', 'completed', 'cancelled', 'historical', 'non_notifiable'];

/** The published rules for work statuses. A work of another kind than a planned one begins in the status named after it. */
export const workMachine: StateMachine<WorkStatus, WorkEvent> = {
  name: 'work',
  initial: 'planned',
  states: workStatuses,
  // prettier-ignore
  transitions: {
    start:                { from: ['planned'],                to: 'in_progress' },
    revert_start:         { from: ['in_progress'],            to: 'planned' },
    stop:                 { from: ['in_progress'],            to: 'completed' },
    revert_stop:          { from: ['completed'],              to: 'in_progress' },
    cancel:               { from: ['planned', 'in_progress'], to: 'cancelled' },
    add_permit:           { from: open,                       to: 'planned' },
    add_immediate_permit: { from: open,                       to: 'in_progress' },
  },
};

/** The first line in the history of a work, by the status in which it is created. */
export const workRecordCreated = {
  planned: 'planned_works_record_created',
  in_progress: 'in_progress_works_record_created',
  historical: 'historic_works_record_created',
  non_notifiable: 'non_notifiable_works_record_created',
  section_81: 'section_81_works_record_created',
  unattributable: 'unattributable_works_record_created',
} as const satisfies Partial<Record<WorkStatus, HistoryEvent>>;
