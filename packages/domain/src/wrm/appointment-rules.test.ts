import type { Appointment, CampaignWindow, CapacitySchedule, Timeslot } from './appointment';
import { isOverdue, offeredUntil, reservationEnd } from './appointment';
import {
  checkConfirmable,
  checkConfirmation,
  checkRescheduling,
  checkReservation,
  checkSlot,
  checkSlotToConfirm,
  rescheduleTypeOf,
  slotToConfirm,
} from './appointment-rules';
import type { AssureConfirmation, FulfilConfirmation, Rescheduling, Reservation } from './appointment-shapes';
import { confirmations, reservation } from './appointment-shapes';
import { isInSync } from './drift';
import { read } from './shape';

const NOW = '2026-02-03T00:00:00.000Z';
const morning: Timeslot = {
  timeslotId: 'TS-1',
  scheduleId: 'SCH-1',
  startDateTime: '2026-02-04T19:00:00.000Z',
  endDateTime: '2026-02-04T23:00:00.000Z',
  timeslotType: 'APPOINTMENT',
  dayOfWeek: 'Business days',
  availableUnits: 0,
};
const afternoon: Timeslot = {
  ...morning,
  timeslotId: 'TS-2',
  startDateTime: '2026-02-05T00:00:00.000Z',
  endDateTime: '2026-02-05T04:00:00.000Z',
  availableUnits: 1,
};
const schedule: CapacitySchedule = {
  scheduleId: 'SCH-1',
  externalScheduleReference: 'FW-NTH-01',
  workSupplierId: 'FIELDWORKS',
  scheduleType: 'BETWEEN',
  workTypes: ['FibreConnect', 'REMI'],
  areaType: 'Urban',
  campaignId: 'CMP-1',
  locations: [],
};
const campaign: CampaignWindow = {
  campaignId: 'CMP-1',
  active: true,
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-02-05T00:00:00.000Z',
};
const location = { locationId: '300112233', locationIdType: 'TLC' } as const;
const booking = (given: Partial<Appointment> = {}): Appointment => ({
  bookingId: 'BKG-0000000042',
  state: 'Reserved',
  scheduleId: 'SCH-1',
  workType: 'FibreConnect',
  areaType: 'Urban',
  location,
  campaignId: 'CMP-1',
  timeslot: morning,
  holdsUnit: true,
  reservedByPartyId: 'NETCO',
  ...given,
});
const wanted: Reservation = {
  scheduleId: 'SCH-1',
  workType: 'FibreConnect',
  areaType: 'Urban',
  location,
  timeslotId: 'TS-1',
};
const fulfil: FulfilConfirmation = {
  bookingId: 'BKG-0000000042',
  scheduleId: 'SCH-1',
  areaType: 'Urban',
  bookingType: 'BETWEEN',
  workType: 'FibreConnect',
  location,
  campaignId: 'CMP-1',
  customerSiteVisitRequired: 'YES',
  appointmentType: 'APPOINTMENT',
  dayOfWeek: 'Business days',
};
const { campaignId: _c, customerSiteVisitRequired: _v, appointmentType: _a, dayOfWeek: _d, ...common } = fulfil;
const assure: AssureConfirmation = {
  ...common,
  workType: 'REMI',
  productId: 'P',
  reservationCategory: 'Preferred',
  reservationType: 'FIRST_AVAILABLE_TIMESLOT',
  requestedStartDateTime: morning.startDateTime,
  requestedEndDateTime: afternoon.endDateTime,
  timeslotType: 'APPOINTMENT',
};
const codes = (faults: { responseCode: string }[]): string[] => faults.map(({ responseCode }) => responseCode);

describe('reserving', () => {
  const { timeslotId: _timeslotId, ...untimed } = wanted;
  test.each([
    ['a slot of the schedule', wanted, schedule, []],
    ['an unknown schedule', wanted, undefined, ['01018']],
    ['work that the schedule does not serve', { ...wanted, workType: 'PRM' }, schedule, ['WRM-422-22']],
    ['another kind of area', { ...wanted, areaType: 'Rural' }, schedule, ['WRM-422-22']],
    ['another campaign', { ...wanted, campaignId: 'CMP-2' }, schedule, ['01015']],
    ['a place that the schedule serves', wanted, { ...schedule, locations: [location] }, []],
    [
      'another place',
      wanted,
      { ...schedule, locations: [{ ...location, locationIdType: 'CONNECTIONPOINT' }] },
      ['WRM-422-22'],
    ],
    ['a fulfilment on a schedule of no campaign', wanted, { ...schedule, campaignId: undefined }, ['01015']],
    ['an assurance on one', { ...wanted, workType: 'REMI' }, { ...schedule, campaignId: undefined }, []],
    ['a fulfilment without a slot', untimed, schedule, ['WRM-422-21']],
    ['a fulfilment without a slot on an unknown schedule', untimed, undefined, ['01018', 'WRM-422-21']],
    ['an assurance without a slot', { ...untimed, workType: 'REMI' }, schedule, []],
  ] as [string, Reservation, CapacitySchedule | undefined, string[]][])('%s', (_, given, known, expected) => {
    expect(codes(checkReservation(given, known, campaign))).toEqual(expected);
  });

  it('is not possible in a campaign that is not active', () => {
    expect(codes(checkReservation(wanted, schedule, { ...campaign, active: false }))).toEqual(['01015']);
  });

  test.each([
    ['one that is to come', wanted, morning, NOW, [], []],
    ['none', wanted, undefined, NOW, ['WRM-422-23'], ['timeslotId']],
    ['none for its window', {}, undefined, NOW, ['WRM-422-23'], ['requestedStartDateTime', 'requestedEndDateTime']],
    ['one that begins now', wanted, morning, morning.startDateTime, [], []],
    ['one that has begun', wanted, morning, '2026-02-04T19:00:00.001Z', ['WRM-422-24'], ['timeslotId']],
    ['one after its campaign', wanted, afternoon, NOW, ['01015'], ['timeslotId']],
  ] as const)('names a slot: %s', (_, given, slot, now, expected, attributes) => {
    const faults = checkSlot(given, slot, { campaign, now });
    expect([codes(faults), faults.flatMap((each) => each.attributes)]).toEqual([expected, attributes]);
  });

  it('takes a slot or a whole window', () => {
    const reasons = (more: object) =>
      read(reservation, { ...wanted, ...more }, 'appointment').faults.map(({ reason }) => reason);
    expect(reasons({ requestedStartDateTime: NOW, timeslotId: undefined })).toEqual(['missing']);
    expect(reasons({ requestedStartDateTime: NOW, requestedEndDateTime: morning.startDateTime })).toEqual(['anyOf']);
    expect(reasons({ timeslotId: undefined, requestedStartDateTime: NOW, requestedEndDateTime: NOW })).toEqual([
      'range',
    ]);
  });

  it('ends after half an hour, and not once it is linked', () => {
    const expiresAt = reservationEnd(NOW);
    expect(expiresAt).toBe('2026-02-03T00:30:00.000Z');
    expect(isOverdue(booking({ expiresAt }), expiresAt)).toBe(true);
    expect(isOverdue(booking({ expiresAt }), '2026-02-03T00:29:59.999Z')).toBe(false);
    expect(isOverdue(booking(), expiresAt)).toBe(false);
  });
});

describe('confirming', () => {
  test.each([
    ['Reserved', {}, []],
    ['Confirmed', { state: 'Confirmed' }, ['WRM-409-23']],
    ['Cancelled', { state: 'Cancelled' }, ['WRM-409-24']],
    ['Expired', { state: 'Expired' }, ['WRM-409-22']],
    ['overdue before the sweep', { expiresAt: NOW }, ['WRM-409-22']],
  ] as [string, Partial<Appointment>, string[]][])('what is %s', (_, given, expected) => {
    expect(codes(checkConfirmable(booking(given), NOW))).toEqual(expected);
  });

  it('takes what was reserved and nothing else, and names all that differs', () => {
    expect(checkConfirmation(booking(), fulfil)).toEqual([]);
    const other = {
      ...fulfil,
      areaType: 'Rural',
      location: { ...location, locationId: '1' },
      dayOfWeek: 'Extended hours',
    } as const;
    expect(checkConfirmation(booking(), other).flatMap(({ attributes }) => attributes)).toEqual([
      'areaType',
      'location',
      'dayOfWeek',
    ]);
  });

  it('refuses the attributes of the other family', () => {
    const { faults } = read(confirmations.Fulfil, { ...fulfil, productId: 'P' }, 'appointment');
    expect(faults).toMatchObject([{ reason: 'additionalProperties', attributes: ['productId'] }]);
  });

  it('takes the earliest slot with a unit, or the slot of exactly the window', () => {
    const slots = [afternoon, morning];
    const free = { ...morning, availableUnits: 1 };
    expect(slotToConfirm(slots, assure, NOW)).toBe(afternoon);
    expect(slotToConfirm([afternoon, free], assure, NOW)).toBe(free);
    expect(slotToConfirm([afternoon, free], assure, '2026-02-04T20:00:00.000Z')).toBe(afternoon);
    expect(slotToConfirm(slots, { ...assure, reservationType: 'DEFAULT' }, NOW)).toBeUndefined();
    const exact = { ...assure, reservationType: 'DEFAULT', requestedEndDateTime: morning.endDateTime } as const;
    expect(slotToConfirm(slots, exact, NOW)).toBe(morning);
  });

  test.each([
    ['has a unit', afternoon, true, NOW, []],
    ['has none', morning, true, NOW, ['WRM-409-21']],
    ['has begun', afternoon, true, '2026-02-05T00:00:00.001Z', ['WRM-422-24']],
    ['is not there, as others have every unit', undefined, true, NOW, ['WRM-409-21']],
    ['is not there', undefined, false, NOW, ['WRM-422-23']],
  ] as const)('refuses or takes a slot that %s', (_, slot, isOffered, now, expected) => {
    expect(codes(checkSlotToConfirm(slot, isOffered, now))).toEqual(expected);
  });

  test.each([
    ['its window', { reservationType: 'DEFAULT', requestedEndDateTime: morning.endDateTime }, []],
    ['a window around it', {}, []],
    ['another window', { reservationType: 'DEFAULT' }, ['requestedStartDateTime', 'requestedEndDateTime']],
    [
      'a window beside it',
      { requestedStartDateTime: afternoon.startDateTime },
      ['requestedStartDateTime', 'requestedEndDateTime'],
    ],
  ] as const)('keeps the slot that an assurance has reserved: %s', (_, more, expected) => {
    const reserved = booking({ workType: 'REMI' });
    expect(checkConfirmation(reserved, { ...assure, ...more }).flatMap(({ attributes }) => attributes)).toEqual(
      expected,
    );
  });
});

describe('rescheduling', () => {
  const given: Rescheduling = {
    bookingId: 'BKG-0000000042',
    releaseOriginalSlot: 1,
    requestedStartDateTime: afternoon.startDateTime,
    requestedEndDateTime: afternoon.endDateTime,
    rescheduleType: 'APPOINTMENT',
    scheduleCode: 'FW-NTH-01',
  };
  const around = { schedule, slot: afternoon, now: NOW };
  test.each([
    ['Confirmed', []],
    ['Cancelled', []],
    ['Reserved', ['WRM-409-25']],
    ['Expired', ['WRM-409-25']],
  ] as const)('what is %s', (state, expected) => {
    expect(codes(checkRescheduling(booking({ state }), given, around))).toEqual(expected);
  });

  it('names all that is wrong', () => {
    const wrong: Rescheduling = {
      ...given,
      rescheduleType: 'BY',
      scheduleCode: 'X',
      requestedStartDateTime: '2026-02-01T00:00:00.000Z',
    };
    expect(codes(checkRescheduling(booking({ state: 'Confirmed' }), wrong, { ...around, slot: undefined }))).toEqual([
      'WRM-422-23',
      'WRM-422-24',
      'WRM-422-25',
      'WRM-422-26',
    ]);
  });

  test.each([
    ['a fulfilment', {}, 'APPOINTMENT'],
    ['an activity that starts from', { workType: 'REMI', activity: { id: 'A', earliestStart: NOW } }, 'BETWEEN'],
    ['an activity that ends by', { workType: 'REMI', activity: { id: 'A', latestEnd: NOW } }, 'BY'],
    ['a booking of nothing', { workType: 'REMI' }, 'BETWEEN'],
  ] as [string, Partial<Appointment>, string][])('is of its own type for %s', (_, more, expected) => {
    expect(rescheduleTypeOf(booking(more), schedule)).toBe(expected);
  });
});

describe('offeredUntil', () => {
  test.each([
    ['over the end of summer time', '2026-02-03T00:00:00.000Z', '2026-05-03T12:00:00.000Z'],
    ['over its beginning', '2026-08-01T00:00:00.000Z', '2026-10-29T11:00:00.000Z'],
    ['at the end of the calendar', '9999-12-31T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ])('is the end of the 89th day by the clocks of the country, %s', (_, from, until) => {
    expect(offeredUntil(new Date(from)).toISOString()).toBe(until);
  });
});

describe('isInSync', () => {
  const flags = { allowAppointmentBroughtForward: false, appointmentRequired: true, chorusReschAllowed: true };
  test.each([
    ['the time is in the slot', 'Confirmed', { appointmentTime: morning.startDateTime }, true],
    ['the start is in another slot', 'Confirmed', { scheduledStart: afternoon.startDateTime }, false],
    ['the activity knows no time', 'Confirmed', {}, false],
    ['the booking is cancelled and the time gone', 'Cancelled', { appointmentTime: null }, true],
    ['the booking is cancelled and the time is not', 'Cancelled', { appointmentTime: morning.startDateTime }, false],
    ['nothing is confirmed yet', 'Reserved', { appointmentTime: morning.startDateTime }, true],
  ] as const)('tells when %s', (_, state, times, expected) => {
    expect(isInSync(booking({ state }), { ...flags, ...times })).toBe(expected);
  });
});
