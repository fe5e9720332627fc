import type { Day } from '@switchyard/domain';
import { addDays, localDay } from '@switchyard/domain';
import type { Region } from '@switchyard/domain/wrm';
import { plannedSlots, usualWindows, zone } from '@switchyard/domain/wrm';

const DAYS = 60;
const UNITS = 2;
const assurance = ['REMI', 'REMO', 'REMS', 'PRM'];

export const campaigns = [
  {
    id: 'CMP-1',
    name: 'Fibre to Auckland North',
    work_types: ['FibreConnect'],
    work_supplier_id: 'FIELDWORKS',
    starts_at: '2026-01-01T00:00:00Z',
    ends_at: '2035-12-31T00:00:00Z',
    active: true,
    created_at: '2026-01-05T00:00:00Z',
  },
];

export const schedules = [
  {
    id: 'SCH-AKL-N-1',
    work_supplier_id: 'FIELDWORKS',
    external_schedule_reference: 'FW-NTH-01',
    work_types: ['FibreConnect'],
    area_type: 'Urban',
    schedule_type: 'APPOINTMENT',
    campaign_id: 'CMP-1',
    locations: [{ locationId: '300112233', locationIdType: 'TLC' }],
    created_at: '2026-01-05T00:00:00Z',
  },
  {
    id: 'SCH-WKO-R-1',
    work_supplier_id: 'LINEWORKS',
    external_schedule_reference: 'LW-WKO-01',
    work_types: assurance,
    area_type: 'Rural',
    schedule_type: 'BETWEEN',
    campaign_id: null,
    locations: [{ locationId: 'CP-0001', locationIdType: 'CONNECTIONPOINT' }],
    created_at: '2026-01-05T00:00:00Z',
  },
];

export const allocationRules = [
  { position: 1, work_type: 'FibreConnect', supplier_id: 'FIELDWORKS' },
  ...assurance.map((work_type, index) => ({ position: index + 2, work_type, supplier_id: 'LINEWORKS' })),
];

const regions: Readonly<Record<string, Region>> = {
  'SCH-AKL-N-1': 'new-zealand-auckland',
  'SCH-WKO-R-1': 'new-zealand-waikato',
};

/** The last year of the calendar has no sixty days ahead of every day. */
const LAST_YEAR = 9998;

/** A morning and an afternoon on every working day of the next 60 days, from the day after `now` on. */
export function timeslots(now: Date): object[] {
  if (now.getUTCFullYear() > LAST_YEAR) return [];
  const from: Day = addDays(localDay(now, zone), 1);
  return Object.entries(regions).flatMap(([scheduleId, region]) =>
    plannedSlots(
      { windows: usualWindows(UNITS), region, timeslotType: 'APPOINTMENT', dayOfWeek: 'Business days' },
      from,
      DAYS,
    ).map((slot) => ({
      schedule_id: scheduleId,
      starts_at: slot.startDateTime,
      ends_at: slot.endDateTime,
      timeslot_type: slot.timeslotType,
      day_of_week: slot.dayOfWeek,
      total_units: slot.totalUnits,
    })),
  );
}
