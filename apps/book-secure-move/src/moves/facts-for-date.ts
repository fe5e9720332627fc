import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Day, Move, MoveFacts } from '@switchyard/domain/book-secure-move';
import type { ReferencePicture } from '../reference/reference-data';

interface FactsRow {
  id: string;
  category_id: string | null;
  duplicate_id: string | null;
  locked_out: boolean;
}

// A duplicate is on that day already, or comes to it together with the move.
const factsForDate = prepared<FactsRow>(
  'moves-facts-for-date',
  `select m.id, p.category_id,
     (select o.id from moves o
      where o.person_id = m.person_id and o.from_location_id = m.from_location_id
        and o.to_location_id is not distinct from m.to_location_id
        and (o.date = $2::date or o.id = any($1::uuid[]))
        and o.status not in ('proposed', 'cancelled') and o.id <> m.id
      limit 1) as duplicate_id,
     exists (select from generic_events e where e.eventable_id = m.id and e.event_type = 'MoveLockout') as locked_out
   from moves m left join profiles p on p.id = m.profile_id
   where m.id = any($1::uuid[])`,
);

/** What the rules need to know of each of these moves, by its id, once all of them are on another day: one statement. */
export async function gatherFactsForDate(
  db: Connection,
  reference: ReferencePicture,
  moves: readonly Move[],
  date: Day,
): Promise<ReadonlyMap<string, MoveFacts>> {
  const rows = await db.rows(factsForDate, [moves.map(({ id }) => id), date]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    moves.map((move): [string, MoveFacts] => {
      const row = byId.get(move.id);
      return [
        move.id,
        {
          from: reference.locations.find(move.fromLocationId) ?? null,
          to: reference.locations.find(move.toLocationId) ?? null,
          supplierKnown: reference.suppliers.find(move.supplierId) !== undefined,
          category: reference.categories.find(row?.category_id) ?? null,
          duplicateMoveId: row?.duplicate_id ?? null,
          lockedOut: row?.locked_out ?? false,
        },
      ];
    }),
  );
}
