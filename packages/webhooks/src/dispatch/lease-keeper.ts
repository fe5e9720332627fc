import type { Database } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import { SWEEP_MS, reclaim, registerLease, removeLease, renewLease } from './lease';

export interface LeaseKeeperOptions {
  db: Database;
  ids: IdGenerator;
  realClock: Clock;
  onError(error: unknown): void;
  /** Lanes of a process that has died are free again. */
  onReclaimed(): void;
}

/** Keeps a process's lease alive, and takes over from processes whose lease has run out. */
export class LeaseKeeper {
  private lease: Promise<string> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: LeaseKeeperOptions) {}

  /** The id that this process claims under. */
  id(): Promise<string> {
    this.lease ??= this.register();
    return this.lease;
  }

  start(): void {
    this.timer ??= setInterval(() => void this.beat().catch(this.options.onError), SWEEP_MS).unref();
  }

  /** Renews the lease, then frees what the dead held. */
  async beat(): Promise<void> {
    const { db, realClock, onReclaimed } = this.options;
    const id = await this.id();
    // Taken for dead, the process goes on under another name; what it still has in flight is no longer its own.
    if (!(await renewLease(db.reader(), id, realClock.now()))) this.lease = undefined;
    if ((await reclaim(db, realClock.now())) > 0) onReclaimed();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    const lease = this.lease;
    this.lease = undefined;
    if (lease) await removeLease(this.options.db.reader(), await lease);
  }

  private async register(): Promise<string> {
    const { db, ids, realClock } = this.options;
    const id = ids.uuid();
    try {
      await registerLease(db.reader(), id, realClock.now());
      return id;
    } catch (error) {
      this.lease = undefined;
      throw error;
    }
  }
}
