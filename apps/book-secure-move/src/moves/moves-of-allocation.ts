import type { Connection } from '@switchyard/db';
import { sql } from '@switchyard/db';
import type { ListedMove, ListedRow } from './list-moves';
import { profileColumns, toListedMove } from './list-moves';

/** The moves of an allocation with their profiles and people, oldest first, in one statement. */
export async function movesOfAllocation(db: Connection, allocationId: string): Promise<ListedMove[]> {
  const rows = await db.rows<ListedRow>(
    sql`select ${profileColumns} from moves m
        left join profiles p on p.id = m.profile_id left join people pe on pe.id = p.person_id
        where m.allocation_id = ${allocationId} order by m.created_at, m.id`,
  );
  return rows.map(toListedMove);
}
