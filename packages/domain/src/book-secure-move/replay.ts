import { byOccurrence } from './event';
import type { GenericEvent } from './event';
import type { Journey } from './journey';
import type { Move } from './move';
import { applyJourneyEvent } from './replay-journey';
import { applyMoveEvent } from './replay-move';
import type { MoveEffect } from './replay-move';
import { withChanges } from './with-changes';

export type { MoveEffect } from './replay-move';

/** A move after its log was replayed, and what else that asks for, in the order of the log. */
export interface ReplayedMove {
  /** The same object when all is as it was, also where one event undid what another did. */
  move: Move;
  effects: MoveEffect[];
}

/**
 * Applies a move's whole log, in order of occurrence, to its current state: there is no reset. An event that does not
 * suit the state then reached changes no status. Effects come again at every replay and are safe to repeat.
 */
export function replayMoveEvents(move: Move, events: readonly GenericEvent[]): ReplayedMove {
  const effects: MoveEffect[] = [];
  const replayed = [...events].sort(byOccurrence).reduce((current, event) => {
    const applied = applyMoveEvent(current, event);
    effects.push(...applied.effects);
    return applied.move;
  }, move);
  return { move: withChanges(move, replayed), effects };
}

/**
 * Applies a journey's whole log, in order of occurrence, to its current state; the same object when all is as it was,
 * also where one event undid what another did.
 */
export function replayJourneyEvents(journey: Journey, events: readonly GenericEvent[]): Journey {
  const replayed = [...events].sort(byOccurrence).reduce(applyJourneyEvent, journey);
  return withChanges(journey, { ...replayed, vehicle: unlessSame(journey.vehicle, replayed.vehicle) });
}

function unlessSame(before: Journey['vehicle'], after: Journey['vehicle']): Journey['vehicle'] {
  return before !== null && after !== null ? withChanges(before, after) : after;
}
