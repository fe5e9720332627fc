import type { Walkthrough } from '../walkthrough';
import { iptAllocationMove } from './ipt-allocation-move';
import { lockoutAtFault } from './lockout-at-fault';
import { lockoutAtFaultWithLodging } from './lockout-at-fault-with-lodging';
import { lockoutNotAtFault } from './lockout-not-at-fault';
import { outlineTwoJourneys } from './outline-two-journeys';
import { redirectionAfterStartAtFaultByEvents } from './redirection-after-start-at-fault-by-events';
import { redirectionAfterStartNotAtFault } from './redirection-after-start-not-at-fault';
import { redirectionBeforeStart } from './redirection-before-start';
import { severalJourneys } from './several-journeys';
import { singleJourneyMove } from './single-journey-move';

/** Every sequence of the published pages, in their order. */
export const bookSecureMoveWalkthroughs: Walkthrough[] = [
  iptAllocationMove,
  singleJourneyMove,
  redirectionBeforeStart,
  outlineTwoJourneys,
  severalJourneys,
  redirectionAfterStartNotAtFault,
  lockoutNotAtFault,
  lockoutAtFault,
  lockoutAtFaultWithLodging,
  redirectionAfterStartAtFaultByEvents,
];
