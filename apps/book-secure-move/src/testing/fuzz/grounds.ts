import { demo, journeyBody, moveBody, related } from '../given';
import { bodyOf } from './sample';
import type { FuzzedOperation } from './operations';

type IdOf = (name: string) => string;

/**
 * Bodies that the rules accept, where a body with every member of the schema breaks some: a value planted in one of
 * these is the only thing that is wrong with it.
 */
const accepted: Readonly<Record<string, (idOf: IdOf) => object>> = {
  'POST /moves': (idOf) => moveBody(idOf('profile_id'), { ...moveExtras, status: 'requested', date: '2026-12-03' }),
  'PATCH /moves/{move_id}': () => ({ data: { type: 'moves', attributes: moveExtras } }),
  'POST /moves/filtered': (idOf) => ({ data: { type: 'moves', attributes: { filter: filters(idOf) } } }),
  'POST /moves/{move_id}/journeys': () => journeyBody({ vehicle: { id: '1', registration: 'A1' } }, { to: demo.c }),
  'POST /allocations/filtered': () => ({ data: { type: 'allocations', attributes: { filter: allocationFilters } } }),
  'POST /moves/{move_id}/lodgings': () => lodging,
  'PATCH /moves/{move_id}/lodgings/{lodging_id}': () => lodging,
  'POST /events': (idOf) => ({
    data: {
      type: 'events',
      attributes: {
        event_type: 'MoveNotifyPremisesOfEta',
        occurred_at: '2026-12-01T09:00:00Z',
        recorded_at: '2026-12-01T09:00:00Z',
        notes: 'text',
        details: { expected_at: '2026-12-01T10:00:00Z' },
      },
      relationships: { eventable: related('moves', idOf('move_id')) },
    },
  }),
};

const moveExtras = {
  additional_information: 'text',
  time_due: '2026-12-01T09:00:00Z',
  move_agreed: true,
  move_agreed_by: 'text',
  date_from: '2026-12-01',
  date_to: '2026-12-09',
  section_forty_six: false,
  recall_date: '2026-12-01',
};

const lodging = {
  data: {
    type: 'lodgings',
    attributes: { start_date: '2027-01-01', end_date: '2027-01-02' },
    relationships: { location: related('locations', demo.lodging) },
  },
};

const allocationFilters = {
  date_from: '2026-01-01',
  date_to: '2027-01-01',
  status: 'unfilled',
  from_locations: demo.a,
  to_locations: demo.b,
};

const filters = (idOf: IdOf): object => ({
  date_from: '2026-01-01',
  date_to: '2027-01-01',
  status: 'requested,booked',
  from_location_id: demo.a,
  supplier_id: idOf('supplier_id'),
  person_id: idOf('person_id'),
});

/** The body that hostile values are planted in; undefined when the operation takes none. */
export function groundOf(operation: FuzzedOperation, idOf: IdOf): unknown {
  const made = accepted[operation.name];
  return made ? made(idOf) : operation.body && bodyOf(operation.body, idOf);
}
