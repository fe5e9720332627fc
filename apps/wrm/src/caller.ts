import type { PartyRole, Role } from '@switchyard/domain/wrm';
import type { Principal } from '@switchyard/http';

/** Who calls: a client, which speaks for its party. */
export interface Caller extends Principal {
  /** The client's id, the user name of Basic. */
  id: string;
  partyId: string;
  role: Role;
}

/** A caller that takes part in tasks. */
export type PartyCaller = Caller & { role: PartyRole };

/** Stands in where no credential is asked for. */
export const anonymous: Caller = { id: 'anonymous', partyId: '', role: 'requestor' };

/** Whether the caller sees everything. */
export const isAdmin = ({ role }: Caller): boolean => role === 'admin';
