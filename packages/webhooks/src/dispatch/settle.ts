import type { Database, Transaction } from '@switchyard/db';
import type { IdGenerator } from '@switchyard/domain';
import type { RetryProfile } from '../profile';
import type { Ended } from './claimed';
import { decide } from './decide';
import type { Happening } from './happening';
import type { Health } from './health';
import { afterFailure } from './health';
import type { Settlement } from './settle-statements';
import { lockFor, logAttempts, recover, storeHealth, storeOutcomes } from './settle-statements';
import { refreshLanes } from './lanes';

export interface SettleContext {
  now: Date;
  ids: IdGenerator;
  profileOf(name: string | null): RetryProfile;
  record(tx: Transaction, happenings: readonly Happening[]): void | Promise<void>;
}

/**
 * Records how attempts ended, and frees their lanes, in one transaction. A lane or an endpoint that another transaction
 * holds at the moment is not waited for, so that nobody delays the others: gives back those that were left for later.
 */
export async function settle(db: Database, ended: readonly Ended[], context: SettleContext): Promise<Ended[]> {
  return db.transaction(async (tx) => {
    const failing = new Set(ended.filter(isFailure).map(({ claimed }) => claimed.endpointId));
    const { lanes, lost, health } = await lockFor(tx, ended, [...failing]);
    const ready = ended.filter(
      (each) => lanes.has(each.claimed.laneId) && (!isFailure(each) || health.has(each.claimed.endpointId)),
    );
    const changed = new Map<string, Health>();
    const happenings: Happening[] = [];
    const settlements = ready.map((each): Settlement => {
      const settled = outcomeOf(each, context);
      if (settled.verdict?.state !== undefined && settled.verdict.state !== 'delivered') {
        const { endpointId, profile } = each.claimed;
        const before = changed.get(endpointId) ?? health.get(endpointId)!;
        const after = afterFailure(before, settled.verdict, context.profileOf(profile), context.now, endpointId);
        changed.set(endpointId, after.health);
        happenings.push(...after.happenings);
      }
      if (settled.settlement.state === 'dead') happenings.push(deadLetter(each));
      return settled.settlement;
    });

    if (settlements.length > 0) {
      storeOutcomes(tx, settlements, context.now);
      logAttempts(tx, settlements);
      refreshLanes(
        tx,
        ready.map(({ claimed }) => claimed.laneId),
      );
      recover(
        tx,
        ready.filter(isDelivered).map(({ claimed }) => claimed.endpointId),
      );
      storeHealth(tx, changed);
    }
    if (happenings.length > 0) await context.record(tx, happenings);
    return ended.filter((each) => !ready.includes(each) && !lost.has(each.claimed.laneId));
  });
}

const isFailure = ({ result }: Ended): boolean => result !== null && result.errorCode !== null;
const isDelivered = ({ result }: Ended): boolean => result !== null && result.errorCode === null;

function outcomeOf({ claimed, result }: Ended, { now, ids, profileOf }: SettleContext) {
  const verdict = result && decide(profileOf(claimed.profile), claimed, result, now, ids);
  const state = verdict?.state ?? 'waiting';
  const nextAttemptAt = verdict && 'nextAttemptAt' in verdict ? verdict.nextAttemptAt : now;
  return {
    verdict,
    settlement: { claimed, result, state, nextAttemptAt: state === 'waiting' ? nextAttemptAt : null },
  };
}

const deadLetter = ({ claimed, result }: Ended): Happening => ({
  kind: 'dead',
  endpointId: claimed.endpointId,
  deliveryId: claimed.deliveryId,
  notificationId: claimed.notificationId,
  type: claimed.type,
  error: result?.error ?? '',
});
