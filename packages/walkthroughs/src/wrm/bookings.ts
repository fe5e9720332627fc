import { Unexpected } from '../unexpected';
import type { Api } from '../walkthrough';
import { bodyOf, type Shown } from './body';
import { campaignId, netco, type Party, type Work } from './demo';
import { post, put, remove, shown, shows } from './requests';
import type { After } from './tidily';

/** A time that can be booked. */
export interface Slot {
  timeslotId: string;
  startDateTime: string;
  endDateTime: string;
  availableUnits: number;
}

/** A time between two instants, as requests name it. */
export const windowOf = (
  { startDateTime }: Pick<Slot, 'startDateTime'>,
  { endDateTime }: Pick<Slot, 'endDateTime'>,
): { requestedStartDateTime: string; requestedEndDateTime: string } => ({
  requestedStartDateTime: startDateTime,
  requestedEndDateTime: endDateTime,
});

/** The next slots of the schedule that have a unit, as many as asked for. The very next one may begin any moment. */
export async function freeSlots(api: Api, { workType, scheduleId }: Work, count: number): Promise<Slot[]> {
  const { schedules } = (await shown(api, netco, `/schedules?workType=${workType}`)) as {
    schedules: { scheduleId: string; timeslots: Slot[] }[];
  };
  const schedule = schedules.find((each) => each.scheduleId === scheduleId);
  const free = (schedule?.timeslots ?? []).slice(1).filter(({ availableUnits }) => availableUnits > 0);
  if (free.length < count) throw new Unexpected(`free slots of ${scheduleId}`, count, free.length);
  return free.slice(0, count);
}

/** The work requestor reserves, in a slot where it is to fulfil; the unit goes back in the end. */
export async function reserve(api: Api, work: Work, after: After, slot?: Slot): Promise<string> {
  const timed = slot && { campaignId, ...windowOf(slot, slot) };
  const reply = await api.send(post(netco, '/appointments', { ...work, ...timed }), {
    status: 201,
    leadsTo: (reserved) => {
      api.holds('state of the booking', bodyOf(reserved)['state'], 'Reserved');
      return `${String(bodyOf(reserved)['bookingId'])} Reserved`;
    },
  });
  const bookingId = String(bodyOf(reply)['bookingId']);
  after(() => cancel(api, netco, bookingId));
  return bookingId;
}

/** Confirms a reserved appointment. Gives the appointment. */
export async function confirm(api: Api, party: Party, work: Work, bookingId: string, more: object): Promise<Shown> {
  const body = { bookingId, ...work, ...more };
  const reply = await api.send(post(party, `/appointments/${bookingId}/confirm`, body), {
    status: 200,
    leadsTo: () => bookingShows(api, party, bookingId, { state: 'Confirmed' }),
  });
  return bodyOf(reply);
}

/** What a Fulfil task adds to a confirmation. */
export const fulfilConfirmation = {
  bookingType: 'BETWEEN',
  campaignId,
  customerSiteVisitRequired: 'YES',
  appointmentType: 'APPOINTMENT',
  dayOfWeek: 'Business days',
};

/** Reschedules an appointment to a slot; the unit of its slot so far is released. Gives the appointment. */
export async function reschedule(
  api: Api,
  party: Party,
  bookingId: string,
  target: Target,
  expected: Shown,
): Promise<Shown> {
  const reply = await api.send(put(party, `/appointments/${bookingId}`, rescheduling(bookingId, target)), {
    status: 200,
    leadsTo: () => bookingShows(api, party, bookingId, expected),
  });
  return bodyOf(reply);
}

/** Where an appointment goes. */
export interface Target {
  slot: Slot;
  rescheduleType: 'APPOINTMENT' | 'BETWEEN' | 'BY';
  scheduleCode: string;
}

export const rescheduling = (bookingId: string, { slot, rescheduleType, scheduleCode }: Target): object => ({
  bookingId,
  releaseOriginalSlot: 1,
  ...windowOf(slot, slot),
  rescheduleType,
  scheduleCode,
});

/** Cancels an appointment; nothing is returned. */
export async function cancel(api: Api, party: Party, bookingId: string): Promise<void> {
  await api.send(remove(party, `/appointments/${bookingId}`), {
    status: 204,
    leadsTo: () => bookingShows(api, party, bookingId, { state: 'Cancelled' }),
  });
}

/** Reads an appointment back and checks it. Gives what it shows in few words. */
export async function bookingShows(api: Api, party: Party, bookingId: string, expected: Shown): Promise<string> {
  const record = await shown(api, party, `/appointments/${bookingId}`);
  shows(api, `booking ${bookingId}`, record, expected);
  const slot = record['timeslot'] as Slot | undefined;
  const where = slot && ` at ${slot.startDateTime}, available units ${slot.availableUnits}`;
  return `${bookingId} ${String(record['state'])}${where ?? ''}`;
}
