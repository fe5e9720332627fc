import type { SupplierRow } from '../../rows';
import type { DemoLocation } from '../locations';
import type { NewEvent } from './story';

/** Who did it: a user of the authority, or a supplier's system. */
export interface Actor {
  name: string;
  supplierId: string | null;
}

export const planner: Actor = { name: 'PMU_DEMO', supplierId: null };
export const supplierSystem = ({ id, name }: SupplierRow): Actor => ({ name, supplierId: id });

interface Extras {
  notes?: string;
  details?: object;
  relationships?: Record<string, { type: string; id: string }>;
}

/** One thing that happened, and the instant at which it happened and was recorded. */
export type Occurrence = readonly [eventType: string, at: string, by: Actor, extras?: Extras];

/** The events of one record. */
export function logOf(
  type: NewEvent['eventable_type'],
  { id }: { id: string },
  log: readonly Occurrence[],
): NewEvent[] {
  return log.map(([eventType, at, by, { notes = null, details = {}, relationships = {} } = {}]) => ({
    eventable_type: type,
    eventable_id: id,
    event_type: eventType,
    classification: 'default',
    occurred_at: at,
    recorded_at: at,
    notes,
    created_by: by.name,
    supplier_id: by.supplierId,
    details,
    relationships,
    created_at: at,
  }));
}

/** What the service itself records about a change. */
export const automatic: Extras = { notes: 'Automatically generated event' };

/** The relationship of an event to a place. */
export const atLocation = ({ row }: DemoLocation): Extras['relationships'] => ({
  location: { type: 'locations', id: row.id },
});
