import type { Transaction } from '@switchyard/db';
import type { Clock } from '@switchyard/domain';
import type { Happening } from '@switchyard/webhooks';
import type { Logger } from 'pino';
import { suspended } from '../subscribers/lifecycle';
import { findAndLockSubscriber, saveSubscriber } from '../subscribers/repository';

/**
 * What the delivery engine tells in the transaction that makes it so: a webhook that is gone (410), may not be called,
 * or took nothing for 72 hours suspends its subscription. The operator reads the rest in the log and the figures.
 */
export const recordHappenings =
  (clock: Clock, log: Logger) =>
  async (tx: Transaction, happenings: readonly Happening[]): Promise<void> => {
    for (const happening of happenings) {
      tx.afterCommit(() => log.warn(happening, sentences[happening.kind]));
      if (happening.kind === 'held') await suspend(tx, happening.endpointId, clock.now());
    }
  };

const sentences: Record<Happening['kind'], string> = {
  dead: 'a delivery was given up',
  held: 'a subscription was suspended',
  failing: 'nothing has been delivered to a subscription for an hour',
};

async function suspend(tx: Transaction, id: string, now: Date): Promise<void> {
  const subscriber = await findAndLockSubscriber(tx, id);
  if (subscriber) saveSubscriber(tx, suspended(subscriber), now);
}
