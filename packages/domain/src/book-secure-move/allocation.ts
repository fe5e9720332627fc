import type { StateMachine } from '../kernel';
import type { Day } from './day';
import type { Estate, PrisonerCategory, SentenceLength } from './allocation-enums';
import { allocationStatuses } from './enums';
import type { AllocationStatus, CancellationReason } from './enums';

/** A request to move a number of people between two prisons on one day, before it is known who. */
export interface Allocation {
  id: string;
  movesCount: number;
  date: Day;
  estate: Estate | null;
  estateComment: string | null;
  prisonerCategory: PrisonerCategory | null;
  sentenceLength: SentenceLength | null;
  sentenceLengthComment: string | null;
  complexCases: ComplexCaseAnswer[];
  completeInFull: boolean;
  requestedBy: string | null;
  otherCriteria: string | null;
  status: AllocationStatus;
  cancellationReason: CancellationReason | null;
  cancellationReasonComment: string | null;
  fromLocationId: string;
  toLocationId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** Stored as given: neither the case nor the answer is checked. */
export interface ComplexCaseAnswer {
  title: unknown;
  answer: unknown;
  allocationComplexCaseId: unknown;
  key: unknown;
}

export type AllocationEvent = 'fill' | 'unfill' | 'cancel';

export const allocationMachine: StateMachine<AllocationStatus, AllocationEvent> = {
  name: 'allocation',
  initial: 'unfilled',
  states: allocationStatuses,
  // prettier-ignore
  transitions: {
    fill:   { from: ['unfilled'],           to: 'filled' },
    unfill: { from: ['filled'],             to: 'unfilled' },
    cancel: { from: ['unfilled', 'filled'], to: 'cancelled' },
  },
};
