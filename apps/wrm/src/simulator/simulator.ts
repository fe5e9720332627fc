import type { Transaction } from '@switchyard/db';
import { DomainError } from '@switchyard/domain';
import type { WebhooksOptions } from '../dispatch/webhooks';
import { playStep } from './play-step';
import type { DueStep } from './repository';
import { beginPlays, endPlay, lockDueStep, restPlay } from './repository';

const LOOK_EVERY_MS = 1_000;

/** Plays the work suppliers that a sandbox simulates, in this process and beside any number of others. */
export class Simulator {
  private timer: NodeJS.Timeout | undefined;
  private playing: Promise<void> | undefined;

  constructor(private readonly options: WebhooksOptions) {}

  /** Looks for what is due every second; a production service plays nobody. */
  start(): void {
    if (!this.isSandbox) return;
    const { log } = this.options;
    const look = (): void => void this.runDue().catch((error: unknown) => log.warn({ err: error }, 'a play stopped'));
    this.timer = setInterval(look, LOOK_EVERY_MS).unref();
  }

  /** Plays all that is due at the clock's present instant. */
  async runDue(): Promise<void> {
    if (!this.isSandbox) return;
    // One after the other: whoever has just moved the clock waits for what is due by its new time.
    const turn = (this.playing ?? Promise.resolve()).then(() => this.playAll());
    this.playing = turn.catch(() => undefined);
    await turn;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.playing;
  }

  private get isSandbox(): boolean {
    return this.options.config.profile === 'sandbox';
  }

  private async playAll(): Promise<void> {
    const { db } = this.options;
    await beginPlays(db.reader());
    while (await this.playNext());
  }

  /** True when there was a step to play. A step that is refused ends its scenario: its task took another way. */
  private async playNext(): Promise<boolean> {
    const { db, log } = this.options;
    let current: DueStep | undefined;
    try {
      return await db.transaction(async (tx) => {
        current = await lockDueStep(tx, this.options.clock.now());
        if (current) await this.play(tx, current);
        return current !== undefined;
      });
    } catch (error) {
      if (!current || !(error instanceof DomainError)) throw error;
      const { taskId, step } = current;
      log.info({ ...current, reason: error.message }, 'a simulated supplier was refused');
      await db.transaction(async (tx) => (step === 0 ? restPlay(tx, taskId) : endPlay(tx, taskId)));
      return true;
    }
  }

  private play(tx: Transaction, step: DueStep): Promise<void> {
    const { config, clock, ids } = this.options;
    return playStep({ tx, now: clock.now(), ids, config }, step);
  }
}
