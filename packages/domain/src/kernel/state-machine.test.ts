import { InvalidTransition } from './errors';
import { allows, everyPair, nextState, stateAfter, type StateMachine } from './state-machine';

type State = 'closed' | 'open' | 'broken';
type Event = 'open' | 'close' | 'smash';

const door: StateMachine<State, Event> = {
  name: 'door',
  initial: 'closed',
  states: ['closed', 'open', 'broken'],
  transitions: {
    open: { from: ['closed'], to: 'open' },
    close: { from: ['open'], to: 'closed' },
    smash: { from: ['closed', 'open'], to: 'broken' },
  },
};

const expected: Record<State, Partial<Record<Event, State>>> = {
  closed: { open: 'open', smash: 'broken' },
  open: { close: 'closed', smash: 'broken' },
  broken: {},
};

describe('everyPair', () => {
  it('meets each state with each event once', () => {
    expect(everyPair(door)).toEqual([
      ['closed', 'open'],
      ['closed', 'close'],
      ['closed', 'smash'],
      ['open', 'open'],
      ['open', 'close'],
      ['open', 'smash'],
      ['broken', 'open'],
      ['broken', 'close'],
      ['broken', 'smash'],
    ]);
  });
});

describe.each(everyPair(door))('%s + %s', (state, event) => {
  const to = expected[state][event];

  it(`leads to ${to ?? 'a refusal'}`, () => {
    expect(allows(door, state, event)).toBe(to !== undefined);
    expect(stateAfter(door, state, event)).toBe(to ?? state);
    if (to) expect(nextState(door, state, event)).toBe(to);
    else expect(() => nextState(door, state, event)).toThrow(new InvalidTransition('door', state, event));
  });
});
