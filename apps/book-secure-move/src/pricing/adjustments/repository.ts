import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** A change of all prices of a supplier's year: while it is in progress it is the lock on them. */
export interface Adjustment {
  id: string;
  supplierId: string;
  effectiveYear: number;
  /** Percentages as text. */
  inflationaryRate: string;
  volumetricRate: string | null;
  details: string;
  status: 'in_progress' | 'completed' | 'failed';
  /** How often a price was changed, over all passes. */
  pricesChanged: number;
  requestedBy: string;
  createdAt: Date;
  endedAt: Date | null;
}

interface AdjustmentRow {
  id: string;
  supplier_id: string;
  effective_year: number;
  inflationary_rate: string;
  volumetric_rate: string | null;
  details: string;
  status: Adjustment['status'];
  prices_changed: number;
  requested_by: string;
  created_at: Date;
  ended_at: Date | null;
}

const insert = prepared(
  'pricing-adjustment-insert',
  `insert into pricing_adjustments (id, supplier_id, effective_year, inflationary_rate, volumetric_rate, details, status,
     prices_changed, requested_by, created_at, ended_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

/** Stores a new adjustment, which from now on locks the supplier's prices. */
export function insertAdjustment(tx: Transaction, adjustment: Adjustment): void {
  tx.send(insert, [
    adjustment.id,
    adjustment.supplierId,
    adjustment.effectiveYear,
    adjustment.inflationaryRate,
    adjustment.volumetricRate,
    adjustment.details,
    adjustment.status,
    adjustment.pricesChanged,
    adjustment.requestedBy,
    adjustment.createdAt,
    adjustment.endedAt,
  ]);
}

const claim = prepared<AdjustmentRow>(
  'pricing-adjustment-claim',
  `select * from pricing_adjustments where status = 'in_progress'
   order by created_at, id limit 1 for update skip locked`,
);

/** The oldest adjustment that nobody carries out at this moment, held until the transaction ends; undefined for none. */
export async function claimAdjustment(tx: Transaction): Promise<Adjustment | undefined> {
  const row = await tx.first(claim);
  return row && toAdjustment(row);
}

const end = prepared(
  'pricing-adjustment-end',
  `update pricing_adjustments set status = $2, prices_changed = $3, ended_at = $4
   where id = $1 and status = 'in_progress'`,
);

/** Ends an adjustment, and with it the lock. */
export function endAdjustment(
  tx: Transaction,
  id: string,
  outcome: { status: 'completed' | 'failed'; pricesChanged: number; endedAt: Date },
): void {
  tx.send(end, [id, outcome.status, outcome.pricesChanged, outcome.endedAt]);
}

const list = prepared<AdjustmentRow>(
  'pricing-adjustments',
  `select * from pricing_adjustments where $1::uuid is null or supplier_id = $1 order by created_at desc, id limit $2`,
);

/** The latest adjustments of a supplier, or of all, newest first. */
export async function listAdjustments(db: Connection, supplierId: string | null, most: number): Promise<Adjustment[]> {
  return (await db.rows(list, [supplierId, most])).map(toAdjustment);
}

const find = prepared<AdjustmentRow>('pricing-adjustment', 'select * from pricing_adjustments where id = $1');

export async function findAdjustment(db: Connection, id: string): Promise<Adjustment | undefined> {
  const row = await db.first(find, [id]);
  return row && toAdjustment(row);
}

const toAdjustment = (row: AdjustmentRow): Adjustment => ({
  id: row.id,
  supplierId: row.supplier_id,
  effectiveYear: row.effective_year,
  inflationaryRate: row.inflationary_rate,
  volumetricRate: row.volumetric_rate,
  details: row.details,
  status: row.status,
  pricesChanged: row.prices_changed,
  requestedBy: row.requested_by,
  createdAt: row.created_at,
  endedAt: row.ended_at,
});
