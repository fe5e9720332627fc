import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Role } from '@switchyard/domain/street-manager';
import type { WorkstreamAccess } from '../caller';

/** A user as logging in and every later request need it. */
export interface User {
  email: string;
  password_hash: string;
  first_name: string | null;
  last_name: string | null;
  organisation_reference: string;
  roles: Role[];
  status: 'active' | 'disabled';
  password_is_temporary: boolean;
  /** Tokens of an earlier generation are dead. */
  token_generation: number;
  workstreams: WorkstreamAccess[];
}

const select = prepared<User>(
  'user',
  `select email, password_hash, first_name, last_name, organisation_reference, roles, status, password_is_temporary,
     token_generation,
     coalesce((select jsonb_agg(jsonb_build_object('organisation', a.organisation_reference, 'prefix', a.prefix,
       'level', a.level) order by a.organisation_reference, a.prefix)
       from workstream_access a where a.email = app_user.email), '[]') as workstreams
   from app_user where email = $1`,
);

/** The user with exactly this address: its case counts. */
export const findUser = (db: Connection, email: string): Promise<User | undefined> => db.first(select, [email]);
