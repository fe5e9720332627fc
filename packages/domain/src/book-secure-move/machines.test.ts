import { everyPair, InvalidTransition, nextState } from '../kernel';
import type { StateMachine } from '../kernel';
import { allocationMachine } from './allocation';
import { journeyMachine } from './journey';
import { lodgingMachine } from './lodging';
import { moveMachine } from './move';

type Expected = Record<string, Record<string, string>>;

function outcomeOf<S extends string, E extends string>(machine: StateMachine<S, E>, state: S, event: E): string {
  try {
    return nextState(machine, state, event);
  } catch (error) {
    if (error instanceof InvalidTransition) return 'refused';
    throw error;
  }
}

function describeMachine<S extends string, E extends string>(machine: StateMachine<S, E>, expected: Expected): void {
  describe(machine.name, () => {
    test.each(everyPair(machine))('%s + %s', (state, event) => {
      expect(outcomeOf(machine, state, event)).toBe(expected[state]?.[event] ?? 'refused');
    });
  });
}

describeMachine(moveMachine, {
  proposed: { approve: 'requested', reject: 'cancelled', cancel: 'cancelled' },
  requested: { accept: 'booked', reject: 'cancelled', cancel: 'cancelled' },
  booked: { start: 'in_transit', cancel: 'cancelled' },
  in_transit: { complete: 'completed', cancel: 'cancelled' },
  completed: { cancel: 'cancelled' },
});

describeMachine(allocationMachine, {
  unfilled: { fill: 'filled', cancel: 'cancelled' },
  filled: { unfill: 'unfilled', cancel: 'cancelled' },
});

describeMachine(journeyMachine, {
  proposed: { start: 'in_progress', reject: 'rejected' },
  in_progress: { complete: 'completed', cancel: 'cancelled' },
  completed: { uncomplete: 'in_progress' },
  cancelled: { uncancel: 'in_progress' },
});

describeMachine(lodgingMachine, {
  proposed: { start: 'started', cancel: 'cancelled' },
  started: { complete: 'completed' },
});
