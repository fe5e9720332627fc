import type { StateMachine } from '../kernel';
import type { Day } from './day';
import { journeyStates } from './enums';
import type { JourneyState } from './enums';

/** One leg that a supplier drives for a move. */
export interface Journey {
  id: string;
  moveId: string;
  supplierId: string;
  fromLocationId: string;
  toLocationId: string;
  state: JourneyState;
  billable: boolean;
  /** Free-form; `id`, `registration` and `depot` are the documented keys. */
  vehicle: Record<string, unknown> | null;
  date: Day | null;
  /** The supplier's own time of the journey; it orders the journeys of a move. */
  clientTimestamp: Date;
  createdAt: Date;
  updatedAt: Date;
}

export type JourneyEvent = 'start' | 'reject' | 'complete' | 'uncomplete' | 'cancel' | 'uncancel';

export const journeyMachine: StateMachine<JourneyState, JourneyEvent> = {
  name: 'journey',
  initial: 'proposed',
  states: journeyStates,
  // prettier-ignore
  transitions: {
    start:      { from: ['proposed'],    to: 'in_progress' },
    reject:     { from: ['proposed'],    to: 'rejected' },
    complete:   { from: ['in_progress'], to: 'completed' },
    uncomplete: { from: ['completed'],   to: 'in_progress' },
    cancel:     { from: ['in_progress'], to: 'cancelled' },
    uncancel:   { from: ['cancelled'],   to: 'in_progress' },
  },
};

/** Neither rejected nor cancelled. */
export const isLive = ({ state }: Journey): boolean => state !== 'rejected' && state !== 'cancelled';
