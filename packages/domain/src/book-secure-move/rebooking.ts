import { addDays } from './day';
import type { Day } from './day';
import type { MoveType } from './enums';
import { undescribedMove } from './move';
import type { Move } from './move';

/** What the new move gets from outside: its identity, its inferred type and the present. */
export interface Rebooking {
  id: string;
  reference: string;
  moveType: MoveType;
  now: Date;
}

/**
 * The move that a rejection asks to book again: the same people and places, proposed, a week later. Without a first
 * possible day it takes the new date as that day, since a proposed move must have one. Only once per move: the caller
 * looks for a move whose original is this one.
 */
export function rebooked(move: Move, { id, reference, moveType, now }: Rebooking): Move {
  const date = weekLater(move.date);
  return {
    ...undescribedMove,
    id,
    reference,
    status: 'proposed',
    moveType,
    date,
    dateFrom: weekLater(move.dateFrom) ?? date,
    dateTo: weekLater(move.dateTo),
    fromLocationId: move.fromLocationId,
    toLocationId: move.toLocationId,
    profileId: move.profileId,
    supplierId: move.supplierId,
    allocationId: move.allocationId,
    originalMoveId: move.id,
    createdAt: now,
    updatedAt: now,
  };
}

const weekLater = (day: Day | null): Day | null => (day === null ? null : addDays(day, 7));
