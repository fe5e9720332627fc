import type { Connection, Transaction } from '@switchyard/db';
import { all, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { PageRequest } from '../shared/paging';

export interface Client {
  id: string;
  partyId: string;
  active: boolean;
  expiresAt: Date | null;
  createdAt: Date;
  /** Its live secrets, oldest first; never the secrets themselves. */
  secrets: readonly { id: string; place: 1 | 2; createdAt: string }[];
}

export interface NewSecretRow {
  clientId: string;
  place: 1 | 2;
  id: string;
  hash: string;
  now: Date;
}

interface ClientRow {
  id: string;
  party_id: string;
  active: boolean;
  expires_at: Date | null;
  created_at: Date;
  secrets: Client['secrets'];
}

const toClient = (row: ClientRow): Client => ({
  id: row.id,
  partyId: row.party_id,
  active: row.active,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  secrets: row.secrets,
});

const columns = sql`client.id, party_id, active, expires_at, client.created_at, coalesce((
  select jsonb_agg(jsonb_build_object('id', s.id, 'place', s.place, 'createdAt', s.created_at) order by s.created_at, s.place)
  from client_secret s where s.client_id = client.id), '[]') as secrets`;

/** Throws NotFound. */
export async function getClient(db: Connection, id: string): Promise<Client> {
  const row = await db.first<ClientRow>(sql`select ${columns} from client where id = ${id}`);
  if (!row) throw new NotFound('client', id);
  return toClient(row);
}

const lock = prepared('client-lock', 'select from client where id = $1 for update');

/** Holds the row, so that two requests cannot both take the last place for a secret. Throws NotFound. */
export async function lockClient(tx: Transaction, id: string): Promise<Client> {
  const [, client] = await Promise.all([tx.rows(lock, [id]), getClient(tx, id)]);
  return client;
}

/** One more than a page, in the order of their ids. */
export async function listClients(db: Connection, partyId: string | undefined, page: PageRequest): Promise<Client[]> {
  const conditions = [
    ...(partyId === undefined ? [] : [sql`party_id = ${partyId}`]),
    ...(page.after ? [sql`id > ${page.after.id}`] : []),
  ];
  const rows = await db.rows<ClientRow>(
    sql`select ${columns} from client where ${all(conditions)} order by id limit ${page.limit + 1}`,
  );
  return rows.map(toClient);
}

const insert = prepared<{ id: string }>(
  'client-insert',
  `insert into client (id, party_id, expires_at, created_at) values ($1, $2, $3, $4)
   on conflict do nothing returning id`,
);

/** False when there is one with this id. */
export async function insertClient(
  tx: Transaction,
  { id, partyId, expiresAt, now }: { id: string; partyId: string; expiresAt: string | undefined; now: Date },
): Promise<boolean> {
  return (await tx.first(insert, [id, partyId, expiresAt ?? null, now])) !== undefined;
}

/** Every process forgets what it remembers of credentials. */
const announce = prepared('client-announce', `select pg_notify(current_schema(), 'clients')`);
const update = prepared('client-update', 'update client set active = $2, expires_at = $3 where id = $1');

export function saveClient(tx: Transaction, { id, active, expiresAt }: Client): void {
  tx.send(update, [id, active, expiresAt]);
  tx.send(announce);
}

const insertOneSecret = prepared(
  'client-secret-insert',
  'insert into client_secret (client_id, place, id, hash, created_at) values ($1, $2, $3, $4, $5)',
);

export function insertSecret(tx: Transaction, { clientId, place, id, hash, now }: NewSecretRow): void {
  tx.send(insertOneSecret, [clientId, place, id, hash, now]);
}

const removeSecret = prepared('client-secret-delete', 'delete from client_secret where client_id = $1 and id = $2');

export function deleteSecret(tx: Transaction, clientId: string, secretId: string): void {
  tx.send(removeSecret, [clientId, secretId]);
  tx.send(announce);
}
