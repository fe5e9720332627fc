import type { Database, Transaction } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import { StoredPrices, passesOf, planPass } from '@switchyard/domain/book-secure-move/pricing';
import type { Logger } from 'pino';
import type { ReferenceData } from '../../reference/reference-data';
import { recordChanges } from '../audit';
import { holdCatalogue } from '../prices/hold-catalogue';
import { pricesOfYear } from '../prices/repository';
import { storeChanges } from '../prices/store-changes';
import type { Adjustment } from './repository';
import { claimAdjustment, endAdjustment } from './repository';

interface RunnerDeps {
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  log: Logger;
  reference: ReferenceData;
}

/**
 * Carries adjustments out in the background, each in one transaction. What a process leaves behind when it dies is taken
 * up by the next that looks; what fails is marked so, and the lock is gone.
 */
export class AdjustmentRunner {
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly deps: RunnerDeps) {}

  /** Carries out whatever waits; done once nothing does. Never throws. */
  runDue(): Promise<void> {
    this.running = this.running.then(() => this.runAll());
    return this.running;
  }

  private async runAll(): Promise<void> {
    while (await this.runOne());
  }

  /** Whether there was one, and it could be ended. */
  private async runOne(): Promise<boolean> {
    const { db, clock, log } = this.deps;
    let claimed: Adjustment | undefined;
    try {
      return await db.transaction(async (tx) => {
        claimed = await claimAdjustment(tx);
        if (!claimed) return false;
        const pricesChanged = await this.adjust(tx, claimed);
        endAdjustment(tx, claimed.id, { status: 'completed', pricesChanged, endedAt: clock.now() });
        return true;
      });
    } catch (error) {
      log.error({ err: error, adjustment: claimed?.id }, 'an adjustment of prices failed');
      return claimed ? this.giveUp(claimed.id) : false;
    }
  }

  private async giveUp(id: string): Promise<boolean> {
    const { db, clock, log } = this.deps;
    const failed = { status: 'failed', pricesChanged: 0, endedAt: clock.now() } as const;
    try {
      await db.transaction(async (tx) => endAdjustment(tx, id, failed));
      return true;
    } catch (error) {
      log.error({ err: error, adjustment: id }, 'an adjustment could not be ended; it will be tried again');
      return false;
    }
  }

  private async adjust(tx: Transaction, adjustment: Adjustment): Promise<number> {
    const { clock, ids, reference } = this.deps;
    const { supplierId, effectiveYear, details, requestedBy: username } = adjustment;
    const supplier = reference.current.suppliers.find(supplierId)!;
    const author = { username, at: clock.now() };
    await holdCatalogue(tx, supplierId, 'alone');
    let changed = 0;
    for (const pass of passesOf({ ...adjustment, force: true })) {
      const base = await pricesOfYear(tx, supplierId, pass.baseYear);
      const present = pass.baseYear === effectiveYear ? base : await pricesOfYear(tx, supplierId, effectiveYear);
      const changes = planPass(base, new StoredPrices(present), pass);
      await storeChanges(tx, { supplier, effectiveYear }, changes, author, ids, pass.multiplier);
      const metadata = { supplier: supplier.key, effective_year: effectiveYear, multiplier: pass.multiplier, details };
      recordChanges(tx, author, 'JOURNEY_PRICE_BULK_ADJUSTMENT', [{ metadata, key: supplier.key }]);
      changed += changes.length;
    }
    return changed;
  }
}
