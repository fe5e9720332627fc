import { byOccurrence } from './event';
import type { GenericEvent } from './event';
import type { Journey } from './journey';
import type { Move } from './move';
import { applyJourneyEvent } from './replay-journey';
import { applyMoveEvent } from './replay-move';
import type { MoveEffect } from './replay-move';

export type { MoveEffect } from './replay-move';

/** A move after its log was replayed, and what else that asks for, in the order of the log. */
export interface ReplayedMove {
  /** The same object when nothing changed. */
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
  return { move: replayed, effects };
}

/** Applies a journey's whole log, in order of occurrence, to its current state; the same object when nothing changed. */
export function replayJourneyEvents(journey: Journey, events: readonly GenericEvent[]): Journey {
  return [...events].sort(byOccurrence).reduce(applyJourneyEvent, journey);
}
