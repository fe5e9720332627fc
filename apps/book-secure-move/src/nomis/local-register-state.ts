import type { CourtHearing } from './records';

/** A hearing that this service booked in a case. */
export interface BookedHearing {
  bookingId: number;
  caseId: number;
  hearing: CourtHearing;
}

/** A transfer between prisons that this service scheduled. */
export interface ScheduledTransfer {
  id: number;
  bookingId: number;
  cancelled: boolean;
}

/** What the local register has been told since it started; the demo data itself never changes. */
export interface LocalRegisterState {
  hearingsOf(bookingId: number): readonly BookedHearing[];
  addHearing(hearing: BookedHearing): void;
  findTransfer(bookingId: number, id: number): ScheduledTransfer | undefined;
  /** Adds the transfer, or replaces the one with its id. */
  saveTransfer(transfer: ScheduledTransfer): void;
  /** An id for a new event, greater than all before: ids go on from the present second, so that a restart repeats none. */
  nextId(now: Date): number;
  /** Forgets every hearing and transfer. Ids are not used again. */
  reset(): void;
}

/** State in memory: it lasts as long as the process. */
export function createLocalRegisterState(): LocalRegisterState {
  let hearings: BookedHearing[] = [];
  const transfers = new Map<number, ScheduledTransfer>();
  let lastId = 0;

  return {
    hearingsOf: (bookingId) => hearings.filter((booked) => booked.bookingId === bookingId),
    addHearing: (hearing) => void hearings.push(hearing),
    findTransfer(bookingId, id) {
      const transfer = transfers.get(id);
      return transfer?.bookingId === bookingId ? transfer : undefined;
    },
    saveTransfer: (transfer) => void transfers.set(transfer.id, transfer),
    nextId(now) {
      lastId = Math.max(lastId + 1, Math.floor(now.getTime() / 1000));
      return lastId;
    },
    reset() {
      hearings = [];
      transfers.clear();
    },
  };
}
