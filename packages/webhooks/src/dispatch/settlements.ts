import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Ended } from './claimed';

interface Waiting {
  ended: Ended;
  done(): void;
}

const LARGEST_BATCH = 200;
const PAUSE_MS = 20;
const PAUSE_AFTER_FAILURE_MS = 500;

/**
 * Collects attempts that have ended and settles them in batches, one after the other: while one is written, the next
 * gathers, so that the batches grow with the load. What cannot be settled is tried again until it can.
 */
export class Settlements {
  private waiting: Waiting[] = [];
  private running = false;

  constructor(
    /** Gives back those that could not be settled yet. */
    private readonly settle: (ended: readonly Ended[]) => Promise<Ended[]>,
    private readonly onError: (error: unknown) => void,
    /** Gives up on whatever is not settled when it fires: the lease will run out. */
    private readonly abandon: AbortSignal,
  ) {}

  /** Resolves when it is settled, or abandoned. */
  add(ended: Ended): Promise<void> {
    return new Promise((done) => {
      this.waiting.push({ ended, done });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, LARGEST_BATCH);
      const pause = await this.settleBatch(batch);
      if (this.abandon.aborted) for (const { done } of this.waiting.splice(0)) done();
      else if (pause > 0) await pauseFor(pause, undefined, { signal: this.abandon }).catch(() => undefined);
    }
    this.running = false;
  }

  /** Gives the pause before the next batch, in milliseconds. */
  private async settleBatch(batch: readonly Waiting[]): Promise<number> {
    try {
      const left = new Set(await this.settle(batch.map(({ ended }) => ended)));
      for (const each of batch) {
        if (left.has(each.ended)) this.waiting.push(each);
        else each.done();
      }
      return left.size > 0 ? PAUSE_MS : 0;
    } catch (error) {
      this.onError(error);
      this.waiting.unshift(...batch);
      return PAUSE_AFTER_FAILURE_MS;
    }
  }
}
