import type { StateMachine } from '../kernel';
import type { Day } from './day';
import { moveStatuses } from './enums';
import type { CancellationReason, MoveStatus, MoveType, RejectionReason } from './enums';

/** One person's transport from one location to another. */
export interface Move {
  id: string;
  reference: string;
  status: MoveStatus;
  moveType: MoveType;
  date: Day | null;
  dateFrom: Day | null;
  dateTo: Day | null;
  timeDue: Date | null;
  additionalInformation: string | null;
  cancellationReason: CancellationReason | null;
  cancellationReasonComment: string | null;
  rejectionReason: RejectionReason | null;
  moveAgreed: boolean | null;
  moveAgreedBy: string | null;
  isLockout: boolean;
  recallDate: Day | null;
  sectionFortySix: boolean | null;
  dateChangedReason: string | null;
  reasonComment: string | null;
  fromLocationId: string;
  toLocationId: string | null;
  profileId: string | null;
  supplierId: string;
  prisonTransferReasonId: string | null;
  allocationId: string | null;
  originalMoveId: string | null;
  nomisEventId: number | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A move as a request describes it, before its rules have been checked; every Move is one. */
export interface UncheckedMove extends Omit<
  Move,
  'moveType' | 'cancellationReason' | 'rejectionReason' | 'fromLocationId' | 'supplierId'
> {
  moveType: string | null;
  cancellationReason: string | null;
  rejectionReason: string | null;
  fromLocationId: string | null;
  supplierId: string | null;
}

/** What a move that nobody described further starts with. */
export const undescribedMove = {
  timeDue: null,
  additionalInformation: null,
  cancellationReason: null,
  cancellationReasonComment: null,
  rejectionReason: null,
  moveAgreed: null,
  moveAgreedBy: null,
  isLockout: false,
  recallDate: null,
  sectionFortySix: null,
  dateChangedReason: null,
  reasonComment: null,
  prisonTransferReasonId: null,
  nomisEventId: null,
} satisfies Partial<Move>;

export type MoveEvent = 'approve' | 'accept' | 'start' | 'complete' | 'reject' | 'cancel';

export const moveMachine: StateMachine<MoveStatus, MoveEvent> = {
  name: 'move',
  initial: 'requested',
  states: moveStatuses,
  // prettier-ignore
  transitions: {
    approve:  { from: ['proposed'],                                                     to: 'requested' },
    accept:   { from: ['requested'],                                                    to: 'booked' },
    start:    { from: ['booked'],                                                       to: 'in_transit' },
    complete: { from: ['in_transit'],                                                   to: 'completed' },
    reject:   { from: ['proposed', 'requested'],                                        to: 'cancelled' },
    cancel:   { from: ['proposed', 'requested', 'booked', 'in_transit', 'completed'],   to: 'cancelled' },
  },
};
