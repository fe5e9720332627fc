import { createHash, randomBytes } from 'node:crypto';
import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** Two hours, as the real service's tokens live. */
export const TOKEN_SECONDS = 7_200;

/** A client of the API, and the supplier that owns it. */
export interface Client {
  applicationId: string;
  uid: string;
  name: string;
  scopes: readonly string[];
  supplierId: string | null;
  supplierName: string | null;
}

export interface LiveToken {
  client: Client;
  scopes: readonly string[];
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** Only the digest of a token is stored. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const insert = prepared(
  'token-insert',
  `insert into oauth_access_tokens (digest, application_id, scopes, created_at, expires_at)
   values ($1, $2, $3, $4, $5)`,
);

/** Makes a fresh token; earlier ones stay valid. */
export function issueToken(tx: Transaction, client: Client, scopes: readonly string[], now: Date): string {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(now.getTime() + TOKEN_SECONDS * 1_000);
  tx.send(insert, [digestOf(token), client.applicationId, scopes, now, expires]);
  return token;
}

interface TokenRow {
  application_id: string;
  uid: string;
  name: string;
  application_scopes: string[];
  supplier_id: string | null;
  supplier_name: string | null;
  scopes: string[];
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

const find = prepared<TokenRow>(
  'token-find',
  `select t.application_id, a.uid, a.name, a.scopes as application_scopes, a.supplier_id, s.name as supplier_name,
          t.scopes, t.created_at, t.expires_at, t.revoked_at
   from oauth_access_tokens t
   join oauth_applications a on a.id = t.application_id
   left join suppliers s on s.id = a.supplier_id
   where t.digest = $1`,
);

/** The token as stored, alive or not; undefined for an unknown one. */
export async function findToken(db: Connection, token: string): Promise<LiveToken | undefined> {
  const row = await db.first(find, [digestOf(token)]);
  if (!row) return undefined;
  return {
    client: {
      applicationId: row.application_id,
      uid: row.uid,
      name: row.name,
      scopes: row.application_scopes,
      supplierId: row.supplier_id,
      supplierName: row.supplier_name,
    },
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

const revoke = prepared(
  'token-revoke',
  `with revoked as (
     update oauth_access_tokens set revoked_at = coalesce(revoked_at, $3) where digest = $1 and application_id = $2
     returning 1)
   select pg_notify(current_schema(), 'tokens') from revoked`,
);

/** Ends a client's own token; anybody else's is left alone, and nobody is told. */
export function revokeToken(tx: Transaction, client: Client, token: string, now: Date): void {
  tx.send(revoke, [digestOf(token), client.applicationId, now]);
}

interface ApplicationRow {
  id: string;
  uid: string;
  name: string;
  scopes: string[];
  secret_hash: string;
  supplier_id: string | null;
  supplier_name: string | null;
}

const application = prepared<ApplicationRow>(
  'application-find',
  `select a.*, s.name as supplier_name from oauth_applications a left join suppliers s on s.id = a.supplier_id
   where a.uid = $1`,
);

export async function findClient(
  db: Connection,
  uid: string,
): Promise<{ client: Client; secretHash: string } | undefined> {
  const row = await db.first(application, [uid]);
  return (
    row && {
      client: {
        applicationId: row.id,
        uid: row.uid,
        name: row.name,
        scopes: row.scopes,
        supplierId: row.supplier_id,
        supplierName: row.supplier_name,
      },
      secretHash: row.secret_hash,
    }
  );
}
