import type { Connection } from '@switchyard/db';
import { sql } from '@switchyard/db';
import type { ListedMove, ListedRow } from './list-moves';
import { profileColumns, toListedMove } from './list-moves';

/** These moves with their profiles and people, whoever's they are, by id, in one statement; none for no ids. */
export async function listedMovesByIds(db: Connection, ids: readonly string[]): Promise<Map<string, ListedMove>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<ListedRow>(
    sql`select ${profileColumns} from moves m
        left join profiles p on p.id = m.profile_id left join people pe on pe.id = p.person_id
        where m.id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, toListedMove(row)]));
}
