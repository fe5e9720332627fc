import type { RetryProfile } from '../profile';
import type { Failed } from './decide';
import type { Happening, HoldReason } from './happening';

/** How an endpoint fares. */
export interface Health {
  state: 'active' | 'held' | 'closed';
  failingSince: Date | null;
  alertedAt: Date | null;
  pausedUntil: Date | null;
  /** Successes still wanted before it gets more than one request at a time again. */
  probation: number;
  /** Why it is held from now on; null when nothing changes. */
  hold: HoldReason | null;
}

export const PROBATION = 3;

/** An endpoint after one more failure at the instant `now`, and what the service must know of it. */
export function afterFailure(
  health: Health,
  { hold, pauseUntil, throttle }: Failed,
  profile: RetryProfile,
  now: Date,
  endpointId: string,
): { health: Health; happenings: Happening[] } {
  const failingSince = health.failingSince ?? now;
  const failingFor = now.getTime() - failingSince.getTime();
  const reason = hold ?? (failingFor >= profile.holdAfter ? 'failing' : null);
  const holds = health.state === 'active' && reason !== null;
  const alerts = health.alertedAt === null && failingFor >= profile.alertAfter;
  const happenings: Happening[] = [];
  if (alerts) happenings.push({ kind: 'failing', endpointId, since: failingSince });
  if (holds) happenings.push({ kind: 'held', endpointId, reason });
  const pausedUntil =
    pauseUntil && (!health.pausedUntil || pauseUntil > health.pausedUntil) ? pauseUntil : health.pausedUntil;
  return {
    health: {
      state: holds ? 'held' : health.state,
      failingSince,
      alertedAt: alerts ? now : health.alertedAt,
      pausedUntil,
      probation: throttle ? PROBATION : health.probation,
      hold: holds ? reason : health.hold,
    },
    happenings,
  };
}
