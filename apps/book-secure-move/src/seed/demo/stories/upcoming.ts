import { prisonTransferReasons } from '../../reference-data/prison-transfer-reasons';
import { serco } from '../../reference-data/suppliers';
import type { DemoCalendar } from '../calendar';
import { ellerdaleMagistratesCourt, marshfieldPolice } from '../locations/courts-and-police';
import { marshfieldHospital } from '../locations/health-and-youth';
import { locationB } from '../locations/lettered-prisons';
import { brinsford, brixton } from '../locations/prisons';
import { farnlocke, garthwen, langley, quendle } from '../profiles';
import { automatic, logOf, planner, supplierSystem } from './log';
import { journeyOf, moveOf } from './story';
import type { Story } from './story';

/** A transfer that still needs an approval, and with it a day. */
export function proposedTransfer({ day, at }: DemoCalendar): Story {
  const created = at(-2, '10:15');
  const move = moveOf(garthwen, brinsford, brixton, {
    id: '8ac2b919-5b37-45a1-8373-258b58dab261',
    reference: 'KHT4917W',
    status: 'proposed',
    move_type: 'prison_transfer',
    date_from: day(5),
    date_to: day(9),
    prison_transfer_reason_id: prisonTransferReasons.find(({ key }) => key === 'progressive')?.id ?? null,
    move_agreed: true,
    move_agreed_by: 'Governor of Brixton',
    created_at: created,
    updated_at: created,
  });
  return { moves: [move], events: logOf('moves', move, [['MoveProposed', created, planner, automatic]]) };
}

/** A prisoner whom a court expects tomorrow. */
export function requestedForCourt({ day, at }: DemoCalendar): Story {
  const created = at(-1, '14:30');
  const move = moveOf(farnlocke, brinsford, ellerdaleMagistratesCourt, {
    id: '346cd2b1-5c61-4313-8a24-03f14b57782b',
    reference: 'HRA2651E',
    status: 'requested',
    move_type: 'court_appearance',
    date: day(1),
    time_due: at(1, '09:30'),
    additional_information: 'Needs to be back before the evening meal',
    created_at: created,
    updated_at: created,
  });
  const hearing = {
    id: 'fbc477ef-8d45-45cd-8d99-5bcf2fb95339',
    move_id: move.id,
    start_time: at(1, '10:00'),
    case_start_date: '2025-08-17',
    case_number: 'M20252537',
    case_type: 'Adult',
    comments: null,
    created_at: created,
    updated_at: created,
  };
  const events = logOf('moves', move, [['MoveRequested', created, planner, automatic]]);
  return { moves: [move], hearings: [hearing], events };
}

/** An appointment in hospital that the supplier has accepted and planned. */
export function bookedForHospital({ day, at }: DemoCalendar): Story {
  const [created, accepted, planned] = [at(-2, '09:00'), at(-2, '11:20'), at(-1, '16:45')];
  const move = moveOf(quendle, locationB, marshfieldHospital, {
    id: '9fa483d0-d442-4e27-a7e8-eb098dd2037d',
    reference: 'MCE7314J',
    status: 'booked',
    move_type: 'hospital',
    date: day(2),
    time_due: at(2, '13:00'),
    created_at: created,
    updated_at: planned,
  });
  const journey = journeyOf(move, locationB, marshfieldHospital, {
    id: '93bb68d9-1391-435a-9157-8138c455bc72',
    state: 'proposed',
    vehicle: null,
    date: day(2),
    planned,
    updated: planned,
  });
  const supplier = supplierSystem(serco);
  const events = [
    ...logOf('moves', move, [
      ['MoveRequested', created, planner, automatic],
      ['MoveAccept', accepted, supplier],
    ]),
    ...logOf('journeys', journey, [['JourneyCreate', planned, supplier, automatic]]),
  ];
  return { moves: [move], journeys: [journey], events };
}

/** A man on licence, called back to prison today; where to is not yet known. */
export function requestedRecall({ day, minutesAgo }: DemoCalendar): Story {
  const created = minutesAgo(170);
  const move = moveOf(langley, marshfieldPolice, null, {
    id: '58a02c6e-098a-4e7e-9c50-b9a4a977f1c7',
    reference: 'CMU5168K',
    status: 'requested',
    move_type: 'prison_recall',
    date: day(0),
    recall_date: day(-1),
    created_at: created,
    updated_at: created,
  });
  return { moves: [move], events: logOf('moves', move, [['MoveRequested', created, planner, automatic]]) };
}
