import type { Sql } from '@switchyard/db';
import { sql } from '@switchyard/db';
import type { Caller } from '../caller';

/** The tasks in the caller's sight, as a condition on the table `task`: those it created, or those allocated to it. */
export function tasksInSight({ role, partyId }: Caller): Sql {
  if (role === 'admin') return sql`true`;
  return role === 'requestor' ? sql`task.requestor_id = ${partyId}` : sql`task.supplier_id = ${partyId}`;
}

/**
 * The appointments in the caller's sight, as a condition on the tables `appointment` and `schedule`: those that it
 * reserved or linked to its tasks, or those on its schedules.
 */
export function appointmentsInSight({ role, partyId }: Caller): Sql {
  if (role === 'admin') return sql`true`;
  if (role === 'supplier') return sql`schedule.work_supplier_id = ${partyId}`;
  return sql`(appointment.reserved_by_party_id = ${partyId} or exists (
    select from task where task.id = appointment.task_id and task.requestor_id = ${partyId}))`;
}

/** What belongs to the caller's party alone, as a condition on its column: subscriptions and notifications. */
export const ofOwnParty = ({ role, partyId }: Caller, column: Sql): Sql =>
  role === 'admin' ? sql`true` : sql`${column} = ${partyId}`;
