import type { StateMachine } from '../../kernel';
import type { HistoryEvent, InspectionStatus } from '../enums';
import { proceed } from './precondition';

export const recordedInspectionStatuses = ['recorded', 'withdrawn'] as const satisfies readonly InspectionStatus[];
export type RecordedInspectionStatus = (typeof recordedInspectionStatuses)[number];

/** An inspection that took place: nothing but its withdrawal changes it. */
export const inspectionMachine: StateMachine<RecordedInspectionStatus, 'withdraw'> = {
  name: 'inspection',
  initial: 'recorded',
  states: recordedInspectionStatuses,
  transitions: { withdraw: { from: ['recorded'], to: 'withdrawn' } },
};

/** What withdrawing does. Throws PreconditionFailed when the inspection was withdrawn before. */
export function withdrawInspection(current: InspectionStatus): {
  status: RecordedInspectionStatus;
  events: HistoryEvent[];
} {
  const status = proceed(
    inspectionMachine,
    current,
    'withdraw',
    `An inspection that is ${current} can not be withdrawn`,
  );
  return { status, events: ['inspection_withdrawn'] };
}
