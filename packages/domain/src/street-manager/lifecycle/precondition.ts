import { allows, nextState } from '../../kernel';
import type { StateMachine } from '../../kernel';
import { PreconditionFailed } from '../errors';

/** Throws PreconditionFailed with the sentence that the client reads, or nothing. */
export function precondition(holds: boolean, otherwise: string): void {
  if (!holds) throw new PreconditionFailed(otherwise);
}

/** True when the event is possible in this state; in a state of another machine nothing is. */
export function isPossible<S extends string, E extends string>(
  machine: StateMachine<S, E>,
  current: string,
  event: E,
): boolean {
  return allows(machine, current as S, event);
}

/** The state after the event. Throws PreconditionFailed with the sentence where the event is not possible. */
export function proceed<S extends string, E extends string>(
  machine: StateMachine<S, E>,
  current: string,
  event: E,
  otherwise: string,
): S {
  precondition(isPossible(machine, current, event), otherwise);
  return nextState(machine, current as S, event);
}
