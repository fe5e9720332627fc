import type { Database, Transaction } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import type { Egress, Timeouts } from '@switchyard/webhooks';
import { Courier, Dispatcher, SecretBox, purge } from '@switchyard/webhooks';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { Challenges } from './challenges';
import { Daily } from './daily';
import { egressOf } from './egress';
import { FaultyCourier, faultyStyle } from './faulty-courier';
import { InjectedFaults } from './injected-faults';
import { recordHappenings } from './record-happenings';
import { retryProfileOf } from './retry-profile';
import { wrmStyle } from './wrm-style';

export interface WebhooksOptions {
  config: Config;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  log: Logger;
}

/** Three seconds to connect, ten in all; a sandbox does not keep its users waiting for so long. */
const challengeTimeouts: Record<Config['profile'], Timeouts> = {
  production: { connect: 3_000, firstByte: 8_000, total: 8_000, body: 2_000 },
  sandbox: { connect: 2_000, firstByte: 2_000, total: 3_000, body: 1_000 },
};
const drainMs: Record<Config['profile'], number> = { production: 10_000, sandbox: 1_000 };

const DAY = 24 * 3_600_000;
const KEEP_DELIVERIES = 90 * DAY;
const KEEP_ATTEMPTS = 30 * DAY;

/** All that leaves this process for a webhook: challenges, deliveries, and what is kept of them. */
export class Webhooks {
  readonly secrets: SecretBox;
  readonly egress: Egress;
  readonly faults: InjectedFaults;
  private readonly courier: Courier;
  private readonly challenges: Challenges;
  private readonly dispatcher: Dispatcher;
  private readonly retention: Daily;

  constructor(private readonly options: WebhooksOptions) {
    const { config, db, clock, ids, log } = options;
    const { profile, webhooks } = config;
    const isSandbox = profile === 'sandbox';
    this.secrets = new SecretBox({ current: 'wrm', keys: { wrm: webhooks.secretKey } });
    this.egress = egressOf(config);
    this.faults = new InjectedFaults(db);
    const { egress, secrets, faults } = this;
    const onError = (error: unknown): void => log.error({ err: error }, 'deliveries: a failure on our own side');
    this.courier = isSandbox ? new FaultyCourier({ egress }, faults) : new Courier({ egress });
    const { courier } = this;
    this.challenges = new Challenges({ db, clock, secrets, courier, timeouts: challengeTimeouts[profile], onError });
    this.dispatcher = new Dispatcher({
      db,
      clock,
      ids,
      secrets,
      courier,
      styles: { wrm: isSandbox ? faultyStyle(wrmStyle, faults) : wrmStyle },
      profile: retryProfileOf(webhooks),
      record: recordHappenings(clock, log),
      onAttempt: (report) => log.debug(report, 'attempt'),
      onError,
    });
    this.retention = new Daily((now) =>
      purge(db.reader(), {
        deliveriesBefore: new Date(now.getTime() - KEEP_DELIVERIES),
        attemptsBefore: new Date(now.getTime() - KEEP_ATTEMPTS),
      }),
    );
  }

  /** Listens for what is to be delivered, and delivers it. Throws when the database cannot be reached. */
  async start(): Promise<void> {
    await this.reload();
    await this.dispatcher.start();
  }

  /** Learns the faults of the sandbox again; a production service has none. */
  async reload(): Promise<void> {
    if (this.options.config.profile === 'sandbox') await this.faults.load();
  }

  /** Challenges at once what this transaction makes due, when it has committed. */
  challengeAfter(tx: Transaction): void {
    tx.afterCommit(() => this.challenges.wake());
  }

  /** Does all that is due at the clock's present instant; what is held for a webhook that passes is sent, too. */
  async runDue(): Promise<void> {
    await this.challenges.runDue();
    await this.dispatcher.runDue();
    await this.retention.runDue(this.options.clock.now());
  }

  /** Lets what is under way end for a while, and gives the rest back. */
  async stop(): Promise<void> {
    await this.challenges.stop();
    await this.dispatcher.stop({ drainMs: drainMs[this.options.config.profile] });
    this.courier.close();
  }
}
