import type { Database, Transaction } from '@switchyard/db';
import type { Clock } from '@switchyard/domain';
import type { Courier, SecretBox, Timeouts } from '@switchyard/webhooks';
import { changeUrl, readSecret, resumeEndpoint } from '@switchyard/webhooks';
import { attempted, awaits, failed, isExhausted, passed } from '../subscribers/lifecycle';
import { findAndLockSubscriber, lockDueChallenges, saveSubscriber } from '../subscribers/repository';
import type { Subscriber } from '../subscribers/subscriber';
import { challengedUrl } from '../subscribers/subscriber';
import { askWebhook } from './ask-webhook';

export interface ChallengesOptions {
  db: Database;
  clock: Clock;
  secrets: SecretBox;
  courier: Courier;
  timeouts: Timeouts;
  onError(error: unknown): void;
}

/** Requests at a time in this process. */
const AT_ONCE = 16;

const LOST = 'The answer was lost with the process that waited for it.';

/**
 * Challenges the webhooks that are due, in this process and beside any number of others. An attempt is recorded before
 * its request and its outcome afterwards, so that a process that dies costs one attempt and nothing hangs.
 */
export class Challenges {
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly options: ChallengesOptions) {}

  /** Does all that is due at the clock's present instant, and resolves once its outcome is recorded. */
  async runDue(): Promise<void> {
    for (;;) {
      const room = AT_ONCE - this.underWay.size;
      const begun = room > 0 ? await this.begin(room) : [];
      for (const subscriber of begun) this.track(subscriber);
      if (begun.length === 0 && room > 0) break;
      if (this.underWay.size >= AT_ONCE) await Promise.race(this.underWay);
    }
    await Promise.all(this.underWay);
  }

  /** As `runDue`, for whoever does not wait. */
  wake(): void {
    this.runDue().catch(this.options.onError);
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private track(subscriber: Subscriber): void {
    const asking = this.ask(subscriber)
      .catch(this.options.onError)
      .finally(() => this.underWay.delete(asking));
    this.underWay.add(asking);
  }

  /** Takes what is due; gives what is to be asked now. */
  private begin(limit: number): Promise<Subscriber[]> {
    const { db, clock } = this.options;
    const now = clock.now();
    return db.transaction(async (tx) => {
      const due = await lockDueChallenges(tx, now, limit);
      const changed = due.map((each) => (isExhausted(each) ? failed(each, LOST) : attempted(each, now)));
      for (const each of changed) saveSubscriber(tx, each, now);
      return changed.filter(({ challenge }) => challenge.dueAt !== null);
    });
  }

  private async ask(subscriber: Subscriber): Promise<void> {
    const { db, secrets, courier, timeouts } = this.options;
    const { id } = subscriber;
    const secret = await readSecret(db.reader(), secrets, id);
    const question = { webhookUrl: challengedUrl(subscriber), subscriberId: id, secret };
    const fault = await askWebhook(courier, question, timeouts);
    await db.transaction((tx) => this.conclude(tx, subscriber, fault));
  }

  private async conclude(tx: Transaction, asked: Subscriber, fault: string | null): Promise<void> {
    const now = this.options.clock.now();
    const subscriber = await findAndLockSubscriber(tx, asked.id);
    if (!subscriber || !awaits(subscriber, asked)) return;
    if (fault !== null) return saveSubscriber(tx, failed(subscriber, fault), now);
    saveSubscriber(tx, passed(subscriber), now);
    if (subscriber.pendingUrl !== null) await changeUrl(tx, subscriber.id, subscriber.pendingUrl);
    if (subscriber.status !== 'Verified') resumeEndpoint(tx, subscriber.id, now);
  }
}
