import { InvalidTransition } from './errors';

/** A machine is data: it decides, draws the diagram in docs/, feeds the tests and names the database's states. */
export interface StateMachine<State extends string, Event extends string> {
  name: string;
  initial: State;
  states: readonly State[];
  transitions: Readonly<Record<Event, Transition<State>>>;
}

export interface Transition<State extends string> {
  from: readonly State[];
  to: State;
}

/** True when the event leads somewhere from this state. */
export function allows<S extends string, E extends string>(machine: StateMachine<S, E>, current: S, event: E): boolean {
  return machine.transitions[event].from.includes(current);
}

/** The state after the event. Throws InvalidTransition when the event is not possible in this state. */
export function nextState<S extends string, E extends string>(machine: StateMachine<S, E>, current: S, event: E): S {
  const { from, to } = machine.transitions[event];
  if (!from.includes(current)) throw new InvalidTransition(machine.name, current, event);
  return to;
}

/** The state after the event, or the same state where the event is not possible: for APIs that ignore such events. */
export function stateAfter<S extends string, E extends string>(machine: StateMachine<S, E>, current: S, event: E): S {
  return allows(machine, current, event) ? machine.transitions[event].to : current;
}

/** Every state with every event: what a test of a whole machine walks through. */
export function everyPair<S extends string, E extends string>(machine: StateMachine<S, E>): [S, E][] {
  const events = Object.keys(machine.transitions) as E[];
  return machine.states.flatMap((state) => events.map((event): [S, E] => [state, event]));
}
