import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { JourneyState, MoveStatus } from '@switchyard/domain/book-secure-move';
import type {
  JourneyFacts,
  MoveFacts,
  PricedEvent,
  PricedEventType,
  PricedPlace,
} from '@switchyard/domain/book-secure-move/pricing';
import { journeyEventTypes, moveEventTypes } from '@switchyard/domain/book-secure-move/pricing';
import type { ReferencePicture } from '../../reference/reference-data';

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

const namesOf = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ');

/**
 * The texts that read what is recorded, of the moves or journeys whose ids are `which`: `= any($1)` or `in (…)`. Those of
 * journeys tell their move.
 */
export const textsOf = {
  moves: (which: string): string =>
    `select m.id, m.reference, m.supplier_id, m.status, m.move_type, m.date, m.cancellation_reason, m.from_location_id,
       m.to_location_id, p.prison_number
     from moves m left join people p on p.id = m.person_id where m.id ${which}`,
  journeys: (which: string): string =>
    `select id, move_id, from_location_id, to_location_id, state, billable, client_timestamp, created_at,
       vehicle ->> 'registration' as registration
     from journeys where move_id ${which}`,
  moveEvents: (which: string): string =>
    `select eventable_id, event_type, occurred_at, notes, null as vehicle_reg
     from generic_events where eventable_id ${which} and event_type in (${namesOf(moveEventTypes)})`,
  journeyEvents: (which: string): string =>
    `select j.move_id, e.eventable_id, e.event_type, e.occurred_at, e.notes, e.details ->> 'vehicle_reg' as vehicle_reg
     from journeys j join generic_events e on e.eventable_id = j.id
     where j.move_id ${which} and j.state in ('completed', 'cancelled')
       and e.event_type in (${namesOf(journeyEventTypes)})`,
};

const ANY = '= any($1::uuid[])';
const statements = {
  moves: prepared<MoveRow>('priced-moves', textsOf.moves(ANY)),
  journeys: prepared<JourneyRow>('priced-journeys', textsOf.journeys(ANY)),
  moveEvents: prepared<EventRow>('priced-move-events', textsOf.moveEvents(ANY)),
  journeyEvents: prepared<EventRow>('priced-journey-events', textsOf.journeyEvents(ANY)),
};

/** Places as pricing knows them, made once for all moves of one reading. */
export class Places {
  private readonly known = new Map<string, PricedPlace>();

  constructor(private readonly reference: ReferencePicture) {}

  of(locationId: string): PricedPlace {
    let place = this.known.get(locationId);
    if (!place) {
      const { id, nomisAgencyId, locationType } = this.reference.locations.find(locationId)!;
      place = { id, agencyId: nomisAgencyId?.trim().toUpperCase() ?? null, locationType };
      this.known.set(locationId, place);
    }
    return place;
  }

  supplierKey(supplierId: string): string {
    return this.reference.suppliers.find(supplierId)!.key;
  }
}

/** The moves with these ids, by four statements that travel together, whatever their number. */
export async function readMoves(db: Connection, ids: readonly string[], places: Places): Promise<RecordedMove[]> {
  const [moves, journeys, moveEvents, journeyEvents] = await Promise.all([
    db.rows(statements.moves, [ids]),
    db.rows(statements.journeys, [ids]),
    db.rows(statements.moveEvents, [ids]),
    db.rows(statements.journeyEvents, [ids]),
  ]);
  return assembled({ moves, journeys, moveEvents, journeyEvents }, places);
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
