import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { ActivityType } from '@switchyard/domain/wrm';

interface TypeRow {
  name: string;
  work_supplier_allowed_to_cancel: boolean;
}

const byName = prepared<TypeRow>('activity-types', 'select * from activity_type order by name');

/** All types, by name. */
export const listActivityTypes = async (db: Connection): Promise<ActivityType[]> =>
  (await db.rows(byName)).map((row) => ({
    name: row.name,
    workSupplierAllowedToCancel: row.work_supplier_allowed_to_cancel,
  }));

const upsert = prepared(
  'activity-type-upsert',
  `insert into activity_type values ($1, $2)
   on conflict (name) do update set work_supplier_allowed_to_cancel = excluded.work_supplier_allowed_to_cancel`,
);

export function saveActivityType(tx: Transaction, { name, workSupplierAllowedToCancel }: ActivityType): void {
  tx.send(upsert, [name, workSupplierAllowedToCancel]);
}
