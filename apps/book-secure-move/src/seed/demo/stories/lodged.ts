import { serco } from '../../reference-data/suppliers';
import type { JourneyRow, LodgingRow, MoveRow } from '../../rows';
import type { DemoCalendar } from '../calendar';
import { locationA, locationC, lodgingL } from '../locations/lettered-prisons';
import { harrowgate } from '../profiles';
import { atLocation, automatic, logOf, planner, supplierSystem } from './log';
import type { Occurrence } from './log';
import { journeyOf, moveOf } from './story';
import type { NewEvent, Story } from './story';

const supplier = supplierSystem(serco);
const vehicle = { id: 'SE-108', registration: 'SE22 VAN' };

/** A transfer in two legs, with a night on the way. */
export function completedWithLodging(calendar: DemoCalendar): Story {
  const { day, at } = calendar;
  const move = moveOf(harrowgate, locationA, locationC, {
    id: '917b6c02-082f-493b-9da1-c6116b6e2c52',
    reference: 'WAF8271H',
    status: 'completed',
    move_type: 'prison_transfer',
    date: day(-2),
    created_at: at(-3, '09:30'),
    updated_at: at(-1, '11:15'),
  });
  const lodging: LodgingRow = {
    id: '670ff0ea-b9b0-47cb-96ab-10f42559becf',
    move_id: move.id,
    location_id: lodgingL.row.id,
    start_date: day(-2),
    end_date: day(-1),
    status: 'completed',
    created_at: at(-3, '13:00'),
    updated_at: at(-1, '08:00'),
  };
  const outward = journeyOf(move, locationA, lodgingL, {
    id: 'a5823e0d-db37-4ffb-9f84-c3a94f14c992',
    state: 'completed',
    vehicle,
    date: day(-2),
    planned: at(-3, '14:00'),
    updated: at(-2, '18:20'),
  });
  const onward = journeyOf(move, lodgingL, locationC, {
    id: '1232684f-c6f7-4712-94ee-9f589f37e239',
    state: 'completed',
    vehicle,
    date: day(-1),
    planned: at(-3, '14:05'),
    updated: at(-1, '11:10'),
  });
  const events = [
    ...moveLog(calendar, move),
    ...lodgingLog(lodging),
    ...journeyLog(outward, at(-2, '15:05')),
    ...journeyLog(onward, at(-1, '08:10')),
  ];
  return { moves: [move], journeys: [outward, onward], lodgings: [lodging], events };
}

function moveLog({ at }: DemoCalendar, move: MoveRow): NewEvent[] {
  const relationships = atLocation(lodgingL);
  return logOf('moves', move, [
    ['MoveRequested', move.created_at, planner, automatic],
    ['MoveAccept', at(-3, '10:20'), supplier],
    ['MoveStart', at(-2, '15:00'), supplier],
    ['MoveLodgingStart', at(-2, '18:30'), supplier, { details: { reason: 'overnight_lodging' }, relationships }],
    ['MoveLodgingEnd', at(-1, '08:00'), supplier, { relationships }],
    ['MoveComplete', move.updated_at, supplier],
  ]);
}

function lodgingLog(lodging: LodgingRow): NewEvent[] {
  const { start_date, end_date, created_at } = lodging;
  const extras = { ...automatic, details: { start_date, end_date }, relationships: atLocation(lodgingL) };
  return logOf('lodgings', lodging, [['LodgingCreate', created_at, planner, extras]]);
}

function journeyLog(journey: JourneyRow, departed: string): NewEvent[] {
  const details = { vehicle_reg: vehicle.registration };
  const log: Occurrence[] = [
    ['JourneyCreate', journey.created_at, supplier, automatic],
    ['JourneyStart', departed, supplier, { details }],
    ['JourneyComplete', journey.updated_at, supplier, { details }],
  ];
  return logOf('journeys', journey, log);
}
