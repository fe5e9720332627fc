import type { Sql } from '@switchyard/db';
import { sql } from '@switchyard/db';
import type { Caller } from '../caller';

/** The tasks in the caller's sight, as a condition on the table `task`: those it created, or those allocated to it. */
export function tasksInSight({ role, partyId }: Caller): Sql {
  if (role === 'admin') return sql`true`;
  return role === 'requestor' ? sql`task.requestor_id = ${partyId}` : sql`task.supplier_id = ${partyId}`;
}

/**
 * The appointments in the caller's sight, as a condition on the table `appointment`: those that it reserved or linked to
 * its tasks, or those on its schedules.
 */
export function appointmentsInSight({ role, partyId }: Caller): Sql {
  if (role === 'admin') return sql`true`;
  return role === 'supplier'
    ? sql`appointment.work_supplier_id = ${partyId}`
    : sql`appointment.requestor_id = ${partyId}`;
}

/** The capacity in the caller's sight, as a condition on the owner's column: of a work supplier its own alone. */
export const capacityInSight = ({ role, partyId }: Caller, owner: Sql): Sql =>
  role === 'supplier' ? sql`${owner} = ${partyId}` : sql`true`;

/** What belongs to the caller's party alone, as a condition on its column: subscriptions and notifications. */
export const ofOwnParty = ({ role, partyId }: Caller, column: Sql): Sql =>
  role === 'admin' ? sql`true` : sql`${column} = ${partyId}`;
