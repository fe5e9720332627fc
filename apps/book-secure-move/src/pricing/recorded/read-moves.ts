import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { journeyEventTypes, moveEventTypes } from '@switchyard/domain/book-secure-move/pricing';
import type { EventRow, JourneyRow, MoveRow, RecordedMove } from './assemble';
import { assembled } from './assemble';
import type { Places } from './places';

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
