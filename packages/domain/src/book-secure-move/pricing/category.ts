import type { CancellationFault } from './cancellation';
import { cancellationFaults } from './cancellation';
import type { JourneyFacts, MoveFacts } from './facts';
import { countedJourneys } from './facts';
import { countOf, earliest } from './timeline';

/** The categories that are paid, in the order in which they are tested. */
export const paidCategories = ['standard', 'long_haul', 'redirection', 'lockout', 'multi', 'cancelled'] as const;
export type PaidCategory = (typeof paidCategories)[number];

/** A move of no category is never paid: it is `unpriced`. */
export type Category = PaidCategory | 'unpriced';

/** What the rules look at. */
interface Grounds {
  completed: boolean;
  cancelled: boolean;
  counted: readonly JourneyFacts[];
  completedCount: number;
  /** Completed and billable. */
  billableCompleted: number;
  /** Billable, completed or cancelled. */
  billableCount: number;
  followsMove: boolean;
  started: boolean;
  redirects: number;
  redirectsAfterStart: number;
  lockouts: number;
  lodgingStarts: number;
  lodgingEnds: number;
  faults: readonly CancellationFault[];
}

interface Rule {
  category: PaidCategory;
  /** In words, for whoever asks why. */
  says: string;
  holds(grounds: Grounds): boolean;
}

const rules: readonly Rule[] = [
  {
    category: 'standard',
    says: 'completed by one billable journey between the ends of the move, not redirected after its start',
    holds: ({ completed, counted, completedCount, billableCompleted, followsMove, started, redirectsAfterStart }) =>
      completed &&
      completedCount === 1 &&
      counted.length === 1 &&
      billableCompleted === 1 &&
      followsMove &&
      (!started || redirectsAfterStart === 0),
  },
  {
    category: 'long_haul',
    says: 'completed with a stay overnight, two or more billable journeys, no redirection and no lockout',
    holds: ({ completed, lodgingStarts, lodgingEnds, redirects, lockouts, billableCompleted }) =>
      completed && lodgingStarts > 0 && lodgingEnds > 0 && redirects === 0 && lockouts === 0 && billableCompleted >= 2,
  },
  {
    category: 'redirection',
    says: 'completed with one redirection after its start, two billable journeys, no stay overnight and no lockout',
    holds: ({ completed, lodgingStarts, lodgingEnds, lockouts, started, redirectsAfterStart, billableCount }) =>
      completed &&
      lodgingStarts + lodgingEnds === 0 &&
      lockouts === 0 &&
      started &&
      redirectsAfterStart === 1 &&
      billableCount === 2,
  },
  {
    category: 'lockout',
    says: 'completed after a lockout by two or three billable journeys, never redirected',
    holds: ({ completed, lockouts, redirects, billableCompleted }) =>
      completed && lockouts > 0 && redirects === 0 && (billableCompleted === 2 || billableCompleted === 3),
  },
  {
    category: 'multi',
    says: 'completed, and none of the rules before',
    holds: ({ completed }) => completed,
  },
  {
    category: 'cancelled',
    says: 'accepted between two prisons, and cancelled too late or for want of a complete escort record',
    holds: ({ cancelled, faults }) => cancelled && faults.length === 0,
  },
];

export interface CategoryDecision {
  category: Category;
  /** The rule that matched, in words. */
  rule: string;
  /** For an unpriced move: what kept it from being paid. */
  reasons: readonly ('not_ended' | CancellationFault)[];
  /** Completed without ever having been started: whether a redirection came before the start cannot be told. */
  startMissing: boolean;
}

/**
 * The category of a move by the published rules: the first that holds. The order of its events does not matter.
 * `counted` are the journeys that take part, for whoever knows them already.
 */
export function decideCategory(
  move: MoveFacts,
  counted: readonly JourneyFacts[] = countedJourneys(move),
): CategoryDecision {
  const grounds = groundsOf(move, counted);
  const rule = rules.find(({ holds }) => holds(grounds));
  const startMissing = grounds.completed && !grounds.started;
  if (rule) return { category: rule.category, rule: rule.says, reasons: [], startMissing };
  return {
    category: 'unpriced',
    rule: 'neither completed nor a cancellation that is paid',
    reasons: grounds.cancelled ? grounds.faults : ['not_ended'],
    startMissing,
  };
}

function groundsOf(move: MoveFacts, counted: readonly JourneyFacts[]): Grounds {
  const { events, status } = move;
  const completed = counted.filter(({ state }) => state === 'completed');
  const start = earliest(events, 'MoveStart');
  const redirects = events.filter(({ type }) => type === 'MoveRedirect');
  return {
    completed: status === 'completed',
    cancelled: status === 'cancelled',
    counted,
    completedCount: completed.length,
    billableCompleted: completed.filter(({ billable }) => billable).length,
    billableCount: counted.filter(({ billable }) => billable).length,
    followsMove: completed.every(({ from, to }) => from.id === move.from.id && to.id === move.to?.id),
    started: start !== null,
    redirects: redirects.length,
    redirectsAfterStart: start === null ? 0 : redirects.filter(({ occurredAt }) => occurredAt > start).length,
    lockouts: countOf(events, 'MoveLockout'),
    lodgingStarts: countOf(events, 'MoveLodgingStart'),
    lodgingEnds: countOf(events, 'MoveLodgingEnd'),
    faults: status === 'cancelled' ? cancellationFaults(move) : [],
  };
}
