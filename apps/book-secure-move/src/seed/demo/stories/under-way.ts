import { geoamey } from '../../reference-data/suppliers';
import type { DemoCalendar } from '../calendar';
import { ellerdaleHouse } from '../locations/community-and-immigration';
import { isleOfWight } from '../locations/prisons';
import { greystoker } from '../profiles';
import { automatic, logOf, planner, supplierSystem } from './log';
import { journeyOf, moveOf } from './story';
import type { Story } from './story';

/** Somebody on the road now. */
export function inTransit({ day, at, minutesAgo }: DemoCalendar): Story {
  const [created, accepted, planned] = [at(-3, '11:00'), at(-3, '12:10'), at(-1, '15:00')];
  const [started, departed] = [minutesAgo(50), minutesAgo(45)];
  const move = moveOf(greystoker, isleOfWight, ellerdaleHouse, {
    id: '17814dee-c74a-400c-beea-048e320083e8',
    reference: 'NVX5826F',
    status: 'in_transit',
    move_type: 'approved_premises',
    date: day(0),
    created_at: created,
    updated_at: departed,
  });
  const vehicle = { id: 'GA-031', registration: 'GA21 CAR' };
  const journey = journeyOf(move, isleOfWight, ellerdaleHouse, {
    id: '86991191-7412-490b-9632-1b34c13fe566',
    state: 'in_progress',
    vehicle,
    date: day(0),
    planned,
    updated: departed,
  });
  const supplier = supplierSystem(geoamey);
  const events = [
    ...logOf('moves', move, [
      ['MoveRequested', created, planner, automatic],
      ['MoveAccept', accepted, supplier],
      ['MoveStart', started, supplier, { notes: 'van on the way' }],
    ]),
    ...logOf('journeys', journey, [
      ['JourneyCreate', planned, supplier, automatic],
      ['JourneyStart', departed, supplier, { details: { vehicle_reg: vehicle.registration } }],
    ]),
  ];
  return { moves: [move], journeys: [journey], events };
}
