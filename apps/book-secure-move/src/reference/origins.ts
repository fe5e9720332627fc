import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';

// A loose index scan: one probe per location that there is, however many moves start there.
const originsOfSupplier = prepared<{ id: string }>(
  'origins-of-supplier',
  `with recursive origin (id) as (
     (select from_location_id from moves where supplier_id = $1 order by from_location_id limit 1)
     union all
     select (select from_location_id from moves where supplier_id = $1 and from_location_id > origin.id
             order by from_location_id limit 1)
     from origin where origin.id is not null)
   select id from origin where id is not null`,
);

/** The ids of the locations where moves of a supplier start. */
export async function findOrigins(db: Connection, supplierId: string): Promise<ReadonlySet<string>> {
  return new Set((await db.rows(originsOfSupplier, [supplierId])).map(({ id }) => id));
}
