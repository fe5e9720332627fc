import type { JourneyState, MoveStatus } from '@switchyard/domain/book-secure-move';
import type {
  JourneyFacts,
  MoveFacts,
  PricedEvent,
  PricedEventType,
} from '@switchyard/domain/book-secure-move/pricing';
import type { Places } from './places';

/** What is recorded of a move, as pricing looks at it, and the number of the prisoner who was moved. */
export interface RecordedMove extends MoveFacts {
  moveType: string;
  prisonNumber: string | null;
  events: PricedEvent[];
  journeys: RecordedJourney[];
}

interface RecordedJourney extends JourneyFacts {
  events: PricedEvent[];
}

export interface MoveRow {
  id: string;
  reference: string;
  supplier_id: string;
  status: MoveStatus;
  move_type: string;
  date: string | null;
  cancellation_reason: string | null;
  from_location_id: string;
  to_location_id: string | null;
  prison_number: string | null;
}

export interface JourneyRow {
  id: string;
  move_id: string;
  from_location_id: string;
  to_location_id: string;
  state: JourneyState;
  billable: boolean;
  client_timestamp: Date;
  created_at: Date;
  registration: string | null;
}

export interface EventRow {
  eventable_id: string;
  event_type: PricedEventType;
  occurred_at: Date;
  notes: string | null;
  vehicle_reg: string | null;
}

/** What was read of some moves; rows of others are passed over. */
export interface RecordedRows {
  moves: readonly MoveRow[];
  journeys: readonly JourneyRow[];
  moveEvents: readonly EventRow[];
  journeyEvents: readonly EventRow[];
}

/** Puts moves together from their rows. */
export function assembled(rows: RecordedRows, places: Places): RecordedMove[] {
  const byId = new Map<string, RecordedMove>();
  const eventsById = new Map<string, PricedEvent[]>();
  for (const row of rows.moves) {
    const move = toMove(row, places);
    byId.set(move.id, move);
    eventsById.set(move.id, move.events);
  }
  for (const row of rows.journeys) {
    const journey = toJourney(row, places);
    byId.get(row.move_id)?.journeys.push(journey);
    eventsById.set(journey.id, journey.events);
  }
  for (const row of rows.moveEvents) eventsById.get(row.eventable_id)?.push(toEvent(row));
  for (const row of rows.journeyEvents) eventsById.get(row.eventable_id)?.push(toEvent(row));
  return [...byId.values()];
}

const toMove = (row: MoveRow, places: Places): RecordedMove => ({
  id: row.id,
  reference: row.reference,
  supplier: places.supplierKey(row.supplier_id),
  status: row.status,
  moveType: row.move_type,
  date: row.date,
  cancellationReason: row.cancellation_reason,
  from: places.of(row.from_location_id),
  to: row.to_location_id === null ? null : places.of(row.to_location_id),
  prisonNumber: row.prison_number,
  events: [],
  journeys: [],
});

const toJourney = (row: JourneyRow, places: Places): RecordedJourney => ({
  id: row.id,
  from: places.of(row.from_location_id),
  to: places.of(row.to_location_id),
  state: row.state,
  billable: row.billable,
  clientTimestamp: row.client_timestamp,
  createdAt: row.created_at,
  registration: row.registration,
  events: [],
});

const toEvent = (row: EventRow): PricedEvent => ({
  type: row.event_type,
  occurredAt: row.occurred_at,
  notes: row.notes,
  vehicleReg: row.vehicle_reg,
});
