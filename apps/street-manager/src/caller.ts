import { systemUsername } from '@switchyard/domain/street-manager';
import type { Role, WorkstreamAccessLevel } from '@switchyard/domain/street-manager';
import type { Principal } from '@switchyard/http';

/** What a user may do in one workstream of one organisation. */
export interface WorkstreamAccess {
  organisation: string;
  prefix: string;
  level: WorkstreamAccessLevel;
}

/** Who calls: a user of one organisation. */
export interface Caller extends Principal {
  /** The user's e-mail address; also the name in history. */
  id: string;
  /** SWA code, or another reference of an organisation that has none. */
  organisation: string;
  roles: readonly Role[];
  workstreams: readonly WorkstreamAccess[];
  /** The promoters that have contracted the caller's organisation; empty unless it is a contractor's. */
  contractedBy: readonly string[];
}

/** Stands in where no token is asked for. */
export const anonymous: Caller = { id: 'anonymous', organisation: '', roles: [], workstreams: [], contractedBy: [] };

/** Who acts when nobody does: what falls due with time. */
export const systemCaller: Caller = { ...anonymous, id: systemUsername };
