import { setMaxListeners } from 'node:events';
import { Notices } from '@switchyard/db';
import { systemClock } from '@switchyard/domain';
import type { RetryProfile } from '../profile';
import { claim } from './claim';
import type { Claimed } from './claimed';
import type { DispatcherOptions } from './dispatcher-options';
import { expireHeld } from './held-too-long';
import { LeaseKeeper } from './lease-keeper';
import type { SendContext } from './send';
import { send } from './send';
import { settle } from './settle';
import { Settlements } from './settlements';
import { Wake } from './wake';

export type { AttemptReport, DispatcherOptions } from './dispatcher-options';

const CLAIM_LIMIT = 100;
const POLL_BUSY_MS = 250;
const POLL_IDLE_MS = 2_000;
const BUSY_FOR_MS = 10_000;
const PAUSE_AFTER_FAILURE_MS = 1_000;
const KEEP_HELD_MS = 7 * 24 * 3_600_000;

export interface StopOptions {
  /** How long requests may go on before they are broken off. */
  drainMs?: number;
  /** How long after that it is tried to record what has ended. */
  giveUpMs?: number;
}

/**
 * Sends what is due, in this process and beside any number of others: claims the heads of lanes, makes the requests
 * outside any transaction, settles what came of them.
 */
export class Dispatcher {
  private readonly concurrency: number;
  private readonly lease: LeaseKeeper;
  private readonly settlements: Settlements;
  private readonly wakeUp = new Wake();
  private readonly breakOff = new AbortController();
  private readonly giveUp = new AbortController();
  private readonly flights = new Map<Promise<void>, Claimed>();
  private notices: Notices | undefined;
  private pumping: Promise<void> | undefined;
  private claiming: Promise<unknown> = Promise.resolve();
  private stopping = false;
  private lastActivity = 0;

  constructor(private readonly options: DispatcherOptions) {
    const { db, ids, clock, realClock = systemClock, record = () => undefined } = options;
    this.concurrency = options.concurrency ?? 256;
    // Every request listens.
    setMaxListeners(0, this.breakOff.signal);
    this.lease = new LeaseKeeper({ db, ids, realClock, onError: this.report, onReclaimed: () => this.wake() });
    const context = { ids, profileOf: this.profileOf, record };
    this.settlements = new Settlements(
      (ended) => settle(db, ended, { ...context, now: clock.now() }),
      this.report,
      this.giveUp.signal,
    );
  }

  /** Requests under way in this process. */
  get inFlight(): number {
    return this.flights.size;
  }

  /** Listens for what is enqueued, polls besides, and keeps its lease. Throws when the database cannot be reached. */
  async start(): Promise<void> {
    const { db } = this.options;
    await this.lease.beat();
    this.lease.start();
    this.notices = new Notices(db.url, `${db.schema}:webhooks`, () => this.wake());
    await this.notices.listen();
    this.pumping = this.pump();
  }

  /** Looks for due work at once. */
  wake(): void {
    this.wakeUp.call();
  }

  /**
   * Does all that is due at the clock's present instant, and resolves when it is done; whatever fails is due later.
   * Works on a dispatcher that was not started, too.
   */
  async runDue(): Promise<void> {
    const { db, clock, keepHeldMs = KEEP_HELD_MS, record = () => undefined } = this.options;
    const now = clock.now();
    await this.lease.beat();
    const waitingSince = new Date(now.getTime() - keepHeldMs);
    while ((await expireHeld(db, { waitingSince, now, record })) > 0);
    let claimed: number;
    do {
      claimed = await this.claimDue(now);
      const underWay = [...this.flights.keys()];
      // With more to claim it is enough that some room is made; at the end all must have come home.
      if (claimed > 0 && underWay.length >= this.concurrency) await Promise.race(underWay);
      else if (claimed === 0) await Promise.all(underWay);
      if (claimed === 0 && underWay.length > 0) claimed = underWay.length;
    } while (claimed > 0);
  }

  /** Claims nothing more, lets what is under way end for so long, breaks off the rest and gives it back. */
  async stop({ drainMs = 20_000, giveUpMs = 5_000 }: StopOptions = {}): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.pumping;
    await this.notices?.close();
    const cut = setTimeout(() => this.breakOff.abort(), drainMs);
    // When even that cannot be recorded, the lease runs out.
    const abandon = setTimeout(() => this.giveUp.abort(), drainMs + giveUpMs);
    await Promise.all(this.flights.keys());
    clearTimeout(cut);
    clearTimeout(abandon);
    await this.lease.stop().catch(this.report);
  }

  private async pump(): Promise<void> {
    while (!this.stopping) {
      try {
        const claimed = await this.claimDue(this.options.clock.now());
        if (claimed < CLAIM_LIMIT || this.room === 0) await this.wakeUp.sleep(this.pollMs);
      } catch (error) {
        this.report(error);
        await this.wakeUp.sleep(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  private get room(): number {
    return this.concurrency - this.flights.size;
  }

  private get pollMs(): number {
    return performance.now() - this.lastActivity < BUSY_FOR_MS ? POLL_BUSY_MS : POLL_IDLE_MS;
  }

  /** Claims what there is room for and sends it off; gives the number. One claim at a time in a process. */
  private claimDue(now: Date): Promise<number> {
    const turn = this.claiming.then(() => this.claimNow(now));
    this.claiming = turn.catch(() => undefined);
    return turn;
  }

  private async claimNow(now: Date): Promise<number> {
    const limit = Math.min(this.room, CLAIM_LIMIT);
    if (limit <= 0) return 0;
    const ailing = [...this.flights.values()].filter((claimed) => claimed.ailing).length;
    const ailingLimit = Math.max(0, Math.ceil(this.concurrency / 2) - ailing);
    const leasedBy = await this.lease.id();
    const claimed = await claim(this.options.db, { leasedBy, now, limit, ailingLimit });
    if (claimed.length > 0) this.lastActivity = performance.now();
    for (const each of claimed) {
      const flight = this.fly(each).finally(() => {
        this.flights.delete(flight);
        this.wake();
      });
      this.flights.set(flight, each);
    }
    return claimed.length;
  }

  private async fly(claimed: Claimed): Promise<void> {
    const result = await send(claimed, this.sending, this.breakOff.signal);
    if (result) {
      const { endpointId, deliveryId, type, attempt } = claimed;
      const { durationMs, status, errorCode } = result;
      this.options.onAttempt?.({ endpointId, deliveryId, type, attempt, durationMs, status, errorCode });
    }
    await this.settlements.add({ claimed, result });
  }

  private get sending(): SendContext {
    const { courier, secrets, clock, realClock = systemClock, styles } = this.options;
    const styleOf: SendContext['styleOf'] = (name) => {
      const style = styles[name];
      if (!style) throw new Error(`there is no request style "${name}"`);
      return style;
    };
    return { courier, secrets, clock, realClock, profileOf: this.profileOf, styleOf, onError: this.report };
  }

  private readonly profileOf = (name: string | null): RetryProfile =>
    (name === null ? undefined : this.options.profiles?.[name]) ?? this.options.profile;

  private readonly report = (error: unknown): void => this.options.onError?.(error);
}
