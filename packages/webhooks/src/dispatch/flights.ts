import { setMaxListeners } from 'node:events';
import { systemClock } from '@switchyard/domain';
import type { RetryProfile } from '../profile';
import { claim } from './claim';
import type { AttemptResult, Claimed } from './claimed';
import type { DispatcherOptions } from './dispatcher-options';
import type { SendContext } from './send';
import { send } from './send';
import { settle } from './settle';
import { Settlements } from './settlements';

export const CLAIM_LIMIT = 100;
const CONCURRENCY = 256;

export interface FlightsOptions {
  options: DispatcherOptions;
  report(error: unknown): void;
  /** The id that lanes are leased under. */
  leaseId(): Promise<string>;
  /** There is room again, and a lane may be free whose next is due. */
  onLanded(): void;
}

/** What is under way in this process: claims, sends, settles. */
export class Flights {
  private readonly concurrency: number;
  private readonly settlements: Settlements;
  private readonly breakOff = new AbortController();
  private readonly giveUp = new AbortController();
  private readonly flying = new Map<Promise<void>, Claimed>();
  private readonly sending: SendContext;
  private claiming: Promise<unknown> = Promise.resolve();
  private closed = false;
  private landed = 0;

  constructor(private readonly context: FlightsOptions) {
    const { options, report } = context;
    const { db, ids, clock, realClock = systemClock, record = () => undefined } = options;
    this.concurrency = options.concurrency ?? CONCURRENCY;
    // Every request listens.
    setMaxListeners(0, this.breakOff.signal);
    const profileOf = (name: string | null): RetryProfile => (name && options.profiles?.[name]) || options.profile;
    const styleOf: SendContext['styleOf'] = (name) => {
      const style = options.styles[name];
      if (!style) throw new Error(`there is no request style "${name}"`);
      return style;
    };
    this.sending = { ...options, realClock, profileOf, styleOf, onError: report };
    this.settlements = new Settlements(
      (ended) => settle(db, ended, { ids, profileOf, record, now: clock.now() }),
      report,
      this.giveUp.signal,
    );
  }

  get count(): number {
    return this.flying.size;
  }

  get isFull(): boolean {
    return this.flying.size >= this.concurrency;
  }

  /** Claims what is due and there is room for, and sends it off; gives the number. One claim at a time. */
  depart(now: Date): Promise<number> {
    const turn = this.claiming.then(() => this.claimAndFly(now));
    this.claiming = turn.catch(() => undefined);
    return turn;
  }

  /** Sends all that is due, and waits for everything that is under way. */
  async departAll(now: Date): Promise<void> {
    let landed: number;
    let claimed: number;
    do {
      ({ landed } = this);
      claimed = await this.depart(now);
      if (claimed === 0) await Promise.all(this.flying.keys());
      else if (this.isFull) await Promise.race(this.flying.keys());
      // One that has landed meanwhile may have freed a lane whose next is due.
    } while (claimed > 0 || this.landed !== landed);
  }

  /** Claims nothing more, waits so long, breaks off the rest, and tries so long to give it back. */
  async close(drainMs: number, giveUpMs: number): Promise<void> {
    this.closed = true;
    await this.claiming;
    const cut = setTimeout(() => this.breakOff.abort(), drainMs);
    // When even that cannot be recorded, the lease runs out.
    const abandon = setTimeout(() => this.giveUp.abort(), drainMs + giveUpMs);
    await Promise.all(this.flying.keys());
    clearTimeout(cut);
    clearTimeout(abandon);
  }

  private async claimAndFly(now: Date): Promise<number> {
    const limit = Math.min(this.concurrency - this.flying.size, CLAIM_LIMIT);
    if (limit <= 0 || this.closed) return 0;
    const { options, leaseId } = this.context;
    const ailing = [...this.flying.values()].filter((claimed) => claimed.ailing).length;
    const ailingLimit = Math.max(0, Math.ceil(this.concurrency / 2) - ailing);
    const claimed = await claim(options.db, { leasedBy: await leaseId(), now, limit, ailingLimit });
    for (const each of claimed) {
      const flight = this.fly(each).finally(() => {
        this.flying.delete(flight);
        this.landed += 1;
        this.context.onLanded();
      });
      this.flying.set(flight, each);
    }
    return claimed.length;
  }

  private async fly(claimed: Claimed): Promise<void> {
    const result = await send(claimed, this.sending, this.breakOff.signal);
    if (result) this.tell(claimed, result);
    await this.settlements.add({ claimed, result });
  }

  private tell({ endpointId, deliveryId, type, attempt }: Claimed, result: AttemptResult): void {
    const { durationMs, status, errorCode } = result;
    try {
      this.context.options.onAttempt?.({ endpointId, deliveryId, type, attempt, durationMs, status, errorCode });
    } catch (error) {
      this.context.report(error);
    }
  }
}
