import type { StateMachine } from '../kernel';
import type { Day } from './day';
import { lodgingStatuses } from './enums';
import type { LodgingStatus } from './enums';

/** A stay at a location in the course of a move. */
export interface Lodging {
  id: string;
  moveId: string;
  locationId: string;
  /** The first day. Kept as it was sent, like the end date. */
  startDate: Day;
  /** The day of departure, later than the first. */
  endDate: Day;
  status: LodgingStatus;
  createdAt: Date;
  updatedAt: Date;
}

export type LodgingEvent = 'start' | 'complete' | 'cancel';

export const lodgingMachine: StateMachine<LodgingStatus, LodgingEvent> = {
  name: 'lodging',
  initial: 'proposed',
  states: lodgingStatuses,
  // prettier-ignore
  transitions: {
    start:    { from: ['proposed'], to: 'started' },
    complete: { from: ['started'],  to: 'completed' },
    cancel:   { from: ['proposed'], to: 'cancelled' },
  },
};
