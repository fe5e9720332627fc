import type { StateMachine } from '../kernel';
import { InvalidTransition, everyPair, nextState } from '../kernel';
import { activityMachine } from './activity';
import { appointmentMachine } from './appointment';
import { subscriberMachine } from './subscriber';
import { taskMachine } from './task';

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

const closing = {
  closeCompleted: 'Closed/Completed',
  closeIncomplete: 'Closed/Incomplete',
  closeCancelled: 'Closed/Cancelled',
};
const leaving = { cancel: 'Closed/Cancelled', requestCancel: 'InProgress/CancelRequested', ...closing };

describeMachine(taskMachine, {
  'Allocation/Sent': {
    accept: 'InProgress',
    reject: 'Allocation/Rejected',
    reallocate: 'Allocation/Sent',
    cancel: 'Closed/Cancelled',
  },
  'Allocation/Rejected': { reallocate: 'Allocation/Sent', cancel: 'Closed/Cancelled' },
  InProgress: {
    reject: 'Allocation/Rejected',
    reallocate: 'Allocation/Sent',
    putOnHold: 'InProgress/OnHold',
    ...leaving,
  },
  'InProgress/OnHold': { reallocate: 'Allocation/Sent', resume: 'InProgress', ...leaving },
  'InProgress/CancelRequested': leaving,
});

const reporting = (...states: string[]): Record<string, string> =>
  Object.fromEntries(states.map((state) => [`report ${state}`, state]));
const open = ['Open/Accepted', 'Open/Scheduled', 'Open/Assigned', 'Open/EnRoute', 'Open/Delayed'];
const underWay = ['Active/OnSite', 'Active/InProgress', 'Active/Paused'];
const ending = { 'close Incomplete': 'Closed/Incomplete', 'close Cancelled': 'Closed/Cancelled' };
const whileOpen = {
  schedule: 'Open/Scheduled',
  assign: 'Open/Assigned',
  restart: 'Open/Open',
  cancelWithTask: 'Closed/Cancelled',
  ...reporting(...open, ...underWay),
  ...ending,
};
const { schedule: _schedule, assign: _assign, ...whileEnRoute } = whileOpen;
const whileUnderWay = { ...reporting(...open, ...underWay, 'Active/PracticalCompletion'), ...ending };

describeMachine(activityMachine, {
  'Open/Open': { ...whileOpen, accept: 'Open/Accepted' },
  'Open/Accepted': whileOpen,
  'Open/Scheduled': { ...whileOpen, unschedule: 'Open/Accepted' },
  'Open/Assigned': { ...whileOpen, unschedule: 'Open/Accepted' },
  'Open/EnRoute': whileEnRoute,
  'Open/Delayed': whileOpen,
  'Active/OnSite': whileUnderWay,
  'Active/InProgress': whileUnderWay,
  'Active/Paused': whileUnderWay,
  'Active/PracticalCompletion': {
    ...reporting('Active/PracticalCompletion', 'Active/InReview'),
    'close Completed': 'Closed/Completed',
    'close Cancelled': 'Closed/Cancelled',
  },
  'Active/InReview': { ...reporting('Active/InReview'), 'close Completed': 'Closed/Completed', ...ending },
});

describeMachine(appointmentMachine, {
  Reserved: { confirm: 'Confirmed', cancel: 'Cancelled', expire: 'Expired' },
  Confirmed: { reschedule: 'Confirmed', cancel: 'Cancelled' },
  Cancelled: { reschedule: 'Confirmed' },
});

describeMachine(subscriberMachine, {
  PendingVerification: {
    pass: 'Verified',
    giveUp: 'VerificationFailed',
    verify: 'PendingVerification',
    delete: 'Deleted',
  },
  Verified: { suspend: 'Suspended', delete: 'Deleted' },
  VerificationFailed: { pass: 'Verified', verify: 'PendingVerification', delete: 'Deleted' },
  Suspended: { resume: 'PendingVerification', delete: 'Deleted' },
});
