import { geoamey } from '../../reference-data/suppliers';
import type { DemoCalendar } from '../calendar';
import { northbeckPolice } from '../locations/courts-and-police';
import { leeds } from '../locations/prisons';
import { dobbs } from '../profiles';
import { automatic, logOf, planner, supplierSystem } from './log';
import { journeyOf, moveOf } from './story';
import type { Story } from './story';

/** A man remanded from the police to prison, in one journey. */
export function completedRemand({ day, at }: DemoCalendar): Story {
  const [created, accepted, planned] = [at(-3, '16:00'), at(-3, '16:40'), at(-3, '17:30')];
  const [started, departed, arrived, completed] = [at(-2, '09:00'), at(-2, '09:05'), at(-2, '10:40'), at(-2, '10:45')];
  const move = moveOf(dobbs, northbeckPolice, leeds, {
    id: 'c7ec0053-d9d0-4e32-99fc-c7a3b7b95e71',
    reference: 'TUK1439P',
    status: 'completed',
    move_type: 'prison_remand',
    date: day(-2),
    created_at: created,
    updated_at: completed,
  });
  const vehicle = { id: 'GA-017', registration: 'GA20 VAN' };
  const journey = journeyOf(move, northbeckPolice, leeds, {
    id: '07381fd0-24c5-436d-a0e1-37c91bd49ebf',
    state: 'completed',
    vehicle,
    date: day(-2),
    planned,
    updated: arrived,
  });
  const supplier = supplierSystem(geoamey);
  const details = { vehicle_reg: vehicle.registration };
  const events = [
    ...logOf('moves', move, [
      ['MoveRequested', created, planner, automatic],
      ['MoveAccept', accepted, supplier],
      ['MoveStart', started, supplier],
      ['MoveComplete', completed, supplier, { notes: 'all is well' }],
    ]),
    ...logOf('journeys', journey, [
      ['JourneyCreate', planned, supplier, automatic],
      ['JourneyStart', departed, supplier, { details }],
      ['JourneyComplete', arrived, supplier, { details }],
    ]),
  ];
  return { moves: [move], journeys: [journey], events };
}
