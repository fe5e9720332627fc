import type { Database } from '@switchyard/db';
import { namesInUse } from './repository';
import type { FileStore } from './store';
import { withoutSuffix } from './store';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH = 500;

/** Removes bytes that no file has: what a crash or a transaction that failed has left. */
export class OrphanSweep {
  private last: Date | undefined;

  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
  ) {}

  /**
   * Looks at most once an hour, and only at what is older than a day: an upload stores its bytes before its record can be
   * seen. Several processes may sweep one folder at once.
   */
  async sweep(now: Date): Promise<void> {
    if (this.last && Math.abs(now.getTime() - this.last.getTime()) < HOUR_MS) return;
    this.last = now;
    for await (const names of this.store.namesOlderThan(new Date(now.getTime() - DAY_MS), BATCH)) {
      const finished = names.filter((name) => name === withoutSuffix(name));
      const used = await namesInUse(this.db.reader(), finished);
      await this.store.remove(names.filter((name) => !used.has(name)));
    }
  }
}
