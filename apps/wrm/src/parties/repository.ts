import type { Connection, Transaction } from '@switchyard/db';
import { all, prepared, sql } from '@switchyard/db';
import type { NewParty, Party, Role, WorkType } from '@switchyard/domain/wrm';
import { NotFound } from '@switchyard/domain';
import type { PageRequest } from '../shared/paging';

export interface StoredParty extends Party {
  createdAt: Date;
}

interface PartyRow {
  id: string;
  name: string;
  role: Role;
  work_types: WorkType[];
  created_at: Date;
}

const toParty = ({ id, name, role, work_types, created_at }: PartyRow): StoredParty => ({
  id,
  name,
  role,
  workTypes: work_types,
  createdAt: created_at,
});

const byIds = prepared<PartyRow>('parties-by-id', 'select * from party where id = any($1)');

/** The parties with these ids; unknown ones are left out. */
export const findParties = async (db: Connection, ids: readonly string[]): Promise<StoredParty[]> =>
  (await db.rows(byIds, [ids])).map(toParty);

/** Throws NotFound. */
export async function getParty(db: Connection, id: string): Promise<StoredParty> {
  const [party] = await findParties(db, [id]);
  if (!party) throw new NotFound('party', id);
  return party;
}

/** One more than a page, in the order of their ids. */
export async function listParties(db: Connection, role: Role | undefined, page: PageRequest): Promise<StoredParty[]> {
  const conditions = [...(role ? [sql`role = ${role}`] : []), ...(page.after ? [sql`id > ${page.after.id}`] : [])];
  const rows = await db.rows<PartyRow>(
    sql`select * from party where ${all(conditions)} order by id limit ${page.limit + 1}`,
  );
  return rows.map(toParty);
}

const insert = prepared<{ id: string }>(
  'party-insert',
  `insert into party (id, name, role, work_types, created_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning id`,
);

/** False when there is one with this id. */
export async function insertParty(tx: Transaction, party: NewParty, now: Date): Promise<boolean> {
  return (await tx.first(insert, [party.id, party.name, party.role, party.workTypes, now])) !== undefined;
}

const update = prepared('party-update', 'update party set name = $2, work_types = $3 where id = $1');

export function saveParty(tx: Transaction, { id, name, workTypes }: Party): void {
  tx.send(update, [id, name, workTypes]);
}
