import { setTimeout as pauseFor } from 'node:timers/promises';
import { Notices } from '@switchyard/db';
import { systemClock } from '@switchyard/domain';
import { othersAreBusy } from './claim';
import type { DispatcherOptions } from './dispatcher-options';
import { CLAIM_LIMIT, Flights } from './flights';
import { expireHeld } from './held-too-long';
import { SWEEP_MS } from './lease';
import { LeaseKeeper } from './lease-keeper';
import { Wake } from './wake';

export type { AttemptReport, DispatcherOptions } from './dispatcher-options';

const POLL_BUSY_MS = 250;
const POLL_IDLE_MS = 2_000;
const BUSY_FOR_MS = 10_000;
const PAUSE_AFTER_FAILURE_MS = 1_000;
const LOOK_AGAIN_MS = 20;
const WAIT_FOR_OTHERS_MS = 10_000;
const KEEP_HELD_MS = 7 * 24 * 3_600_000;

export interface StopOptions {
  /** How long requests may go on before they are broken off; 20 s when absent. */
  drainMs?: number;
  /** How long after that it is tried to record what has ended; 5 s when absent. */
  giveUpMs?: number;
}

/**
 * Sends what is due, in this process and beside any number of others: claims the heads of lanes, makes the requests
 * outside any transaction, settles what came of them.
 */
export class Dispatcher {
  private readonly lease: LeaseKeeper;
  private readonly flights: Flights;
  private readonly wakeUp = new Wake();
  private notices: Notices | undefined;
  private sweeping: NodeJS.Timeout | undefined;
  private pumping: Promise<void> | undefined;
  private stopping = false;
  private lastActivity = -BUSY_FOR_MS;

  constructor(private readonly options: DispatcherOptions) {
    const { db, ids, realClock = systemClock } = options;
    const { report } = this;
    this.lease = new LeaseKeeper(db, ids, realClock);
    this.flights = new Flights({ options, report, leaseId: () => this.lease.id(), onLanded: () => this.wake() });
  }

  /** Requests under way in this process. */
  get inFlight(): number {
    return this.flights.count;
  }

  /** Listens for what is enqueued, polls besides, and keeps its lease. Throws when the database cannot be reached. */
  async start(): Promise<void> {
    const { db } = this.options;
    await this.sweep();
    this.sweeping = setInterval(() => void this.sweep().catch(this.report), SWEEP_MS).unref();
    this.notices = new Notices(db.url, `${db.schema}:webhooks`, () => this.wake());
    await this.notices.listen();
    this.pumping = this.pump();
  }

  /** Looks for due work at once. */
  wake(): void {
    this.wakeUp.call();
  }

  /**
   * Does all that is due at the clock's present instant, and resolves when it is done, by this process or (within ten
   * seconds) by others; whatever fails is due later. Works on a dispatcher that was not started, too.
   */
  async runDue(): Promise<void> {
    const { db, clock } = this.options;
    const now = clock.now();
    await this.sweep();
    await this.flights.departAll(now);
    const giveUpAt = performance.now() + WAIT_FOR_OTHERS_MS;
    while (performance.now() < giveUpAt && (await othersAreBusy(db, await this.lease.id(), now))) {
      await pauseFor(LOOK_AGAIN_MS);
      await this.flights.departAll(now);
    }
  }

  /** Claims nothing more, lets what is under way end for a while, breaks off the rest and gives it back. */
  async stop({ drainMs = 20_000, giveUpMs = 5_000 }: StopOptions = {}): Promise<void> {
    this.stopping = true;
    this.wake();
    clearInterval(this.sweeping);
    await this.pumping;
    await this.notices?.close();
    await this.flights.close(drainMs, giveUpMs);
    await this.lease.end().catch(this.report);
  }

  private async pump(): Promise<void> {
    while (!this.stopping) {
      try {
        const claimed = await this.flights.depart(this.options.clock.now());
        if (claimed > 0) this.lastActivity = performance.now();
        if (claimed < CLAIM_LIMIT || this.flights.isFull) await this.wakeUp.sleep(this.pollMs);
      } catch (error) {
        this.report(error);
        await this.wakeUp.sleep(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  private get pollMs(): number {
    return performance.now() - this.lastActivity < BUSY_FOR_MS ? POLL_BUSY_MS : POLL_IDLE_MS;
  }

  /** Keeps the lease, takes over from processes that have died, and gives up what was held for too long. */
  private async sweep(): Promise<void> {
    const { db, clock, keepHeldMs = KEEP_HELD_MS, record = () => undefined } = this.options;
    if ((await this.lease.beat()) > 0) this.wake();
    const now = clock.now();
    const waitingSince = new Date(now.getTime() - keepHeldMs);
    while ((await expireHeld(db, { waitingSince, now, record })) > 0);
  }

  private readonly report = (error: unknown): void => this.options.onError?.(error);
}
