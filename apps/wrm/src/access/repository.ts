import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Role } from '@switchyard/domain/wrm';

/** A client with its party and the hashes of its live secrets, at most two. */
export interface LiveClient {
  id: string;
  partyId: string;
  role: Role;
  active: boolean;
  expiresAt: Date | null;
  secretHashes: readonly string[];
}

interface ClientRow {
  id: string;
  party_id: string;
  role: Role;
  active: boolean;
  expires_at: Date | null;
  hashes: string[];
}

const byId = prepared<ClientRow>(
  'client-by-id',
  `select c.id, c.party_id, p.role, c.active, c.expires_at,
     array(select hash from client_secret s where s.client_id = c.id order by place) as hashes
   from client c join party p on p.id = c.party_id
   where c.id = $1`,
);

export async function findClient(db: Connection, id: string): Promise<LiveClient | undefined> {
  const row = await db.first(byId, [id]);
  return (
    row && {
      id: row.id,
      partyId: row.party_id,
      role: row.role,
      active: row.active,
      expiresAt: row.expires_at,
      secretHashes: row.hashes,
    }
  );
}
