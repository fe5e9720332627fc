import type { Database } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import { reclaim, registerLease, removeLease, renewLease } from './lease';

/** Keeps a process's lease alive, and takes over from processes whose lease has run out. */
export class LeaseKeeper {
  private lease: Promise<string> | undefined;

  constructor(
    private readonly db: Database,
    private readonly ids: IdGenerator,
    private readonly realClock: Clock,
  ) {}

  /** The id that this process claims under. */
  id(): Promise<string> {
    this.lease ??= this.register();
    return this.lease;
  }

  /** Renews the lease, then frees what the dead held; gives the number of lanes that are free again. */
  async beat(): Promise<number> {
    const id = await this.id();
    // Taken for dead, the process goes on under another name; what it still has in flight is no longer its own.
    if (!(await renewLease(this.db.reader(), id, this.realClock.now()))) this.lease = undefined;
    return reclaim(this.db, this.realClock.now());
  }

  async end(): Promise<void> {
    const { lease } = this;
    this.lease = undefined;
    if (lease) await removeLease(this.db.reader(), await lease);
  }

  private async register(): Promise<string> {
    const id = this.ids.uuid();
    try {
      await registerLease(this.db.reader(), id, this.realClock.now());
      return id;
    } catch (error) {
      this.lease = undefined;
      throw error;
    }
  }
}
