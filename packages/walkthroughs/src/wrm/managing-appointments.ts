import type { Api, Walkthrough } from '../walkthrough';
import { bodyOf } from './body';
import {
  cancel,
  confirm,
  freeSlots,
  fulfilConfirmation,
  reschedule,
  rescheduling,
  reserve,
  type Slot,
  type Target,
} from './bookings';
import { fieldworks, fulfil, scheduleCodes } from './demo';
import { howToUse } from './document';
import { get, put, refused, shows } from './requests';
import { tidily } from './tidily';

/** The queries that the page requires of a list of timeslots. */
const place = new URLSearchParams({
  areaType: fulfil.areaType,
  scheduleId: fulfil.scheduleId,
  ...fulfil.location,
}).toString();

export const managingAppointments: Walkthrough = {
  name: 'managing-appointments',
  title: 'Managing appointments: confirm, reschedule onto a full slot, cancel, reschedule again',
  document: howToUse,

  play: (api) =>
    tidily(api, async (after) => {
      api.step('Given: a reserved appointment, and a later slot that others have filled (Work Requestor)');
      const [first, full, third] = (await freeSlots(api, fulfil, 3)) as [Slot, Slot, Slot];
      let bookingId = '';
      after(async () => {
        for (const slot of [first, full, third]) await unitsAre(api, bookingId, slot, slot.availableUnits);
      });
      bookingId = await reserve(api, fulfil, after, first);
      for (let unit = 0; unit < full.availableUnits; unit += 1) await reserve(api, fulfil, after, full);

      api.step('Confirm an appointment (Work Supplier): POST /appointments/{bookingId}/confirm');
      const early = put(fieldworks, `/appointments/${bookingId}`, rescheduling(bookingId, onto(third)));
      await refused(api, early, 409, 'WRM-409-25');
      const { startDateTime, endDateTime, timeslotId } = first;
      const confirmed = await confirm(api, fieldworks, fulfil, bookingId, fulfilConfirmation);
      shows(api, 'the timeslot', confirmed['timeslot'] as object as Record<string, unknown>, {
        timeslotId,
        startDateTime,
        endDateTime,
        availableUnits: first.availableUnits - 1,
      });

      api.step('Get available timeslots (Work Supplier): the full one is not among them');
      await unitsAre(api, bookingId, full, undefined);
      await unitsAre(api, bookingId, first, first.availableUnits - 1);

      api.step('Reschedule onto the full slot, the original unit released: an override, its units become -1');
      const moved = { state: 'Confirmed', overridden: true, releasedUnits: 1 };
      const overridden = await reschedule(api, fieldworks, bookingId, onto(full), moved);
      const { availableUnits } = overridden['timeslot'] as Slot;
      api.holds('available units of the slot', availableUnits, -1);
      await unitsAre(api, bookingId, full, -1, 'includeFull=true');
      await unitsAre(api, bookingId, first, first.availableUnits);

      api.step('Cancel an appointment (Work Supplier): nothing is returned, the unit comes back, once');
      await cancel(api, fieldworks, bookingId);
      await unitsAre(api, bookingId, full, 0, 'includeFull=true');
      await cancel(api, fieldworks, bookingId);
      await unitsAre(api, bookingId, full, 0, 'includeFull=true');

      api.step('A cancelled appointment can be rescheduled, under the same bookingId');
      const restored = { state: 'Confirmed', overridden: false };
      await reschedule(api, fieldworks, bookingId, onto(third), restored);
      await unitsAre(api, bookingId, third, third.availableUnits - 1);
      await unitsAre(api, bookingId, full, 0, 'includeFull=true');
    }),
};

const onto = (slot: Slot): Target => ({ slot, rescheduleType: 'APPOINTMENT', scheduleCode: scheduleCodes.fulfil });

/** Lists timeslots, and checks the units of a slot there; undefined where the list does not have it. */
async function unitsAre(
  api: Api,
  bookingId: string,
  { timeslotId, startDateTime }: Slot,
  expected: number | undefined,
  more = 'includeFull=false',
): Promise<void> {
  const path = `/appointments/${bookingId}/timeslots?${place}&${more}&limit=200`;
  await api.send(get(fieldworks, path), {
    status: 200,
    leadsTo: (reply) => {
      const { timeslots } = bodyOf(reply) as { timeslots: Slot[] };
      const units = timeslots.find((slot) => slot.timeslotId === timeslotId)?.availableUnits;
      api.holds(`units of ${startDateTime}`, units, expected);
      return `${startDateTime}: ${units === undefined ? 'not listed' : `available units ${units}`}`;
    },
  });
}
