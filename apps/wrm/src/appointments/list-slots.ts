import type { WrmComponents } from '@switchyard/contracts';
import type { Connection } from '@switchyard/db';
import type { JsonApiDocument } from '@switchyard/http';
import {
  bookingSlotFilters,
  checkIdentification,
  offeredUntil,
  refuseFaults,
  taskTypeOf,
} from '@switchyard/domain/wrm';
import type { Shape, TypeOf } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { Config } from '../config';
import { documentOf } from '../shared/json-api';
import { pageOf } from '../shared/paging';
import { readListQuery } from '../shared/read-query';
import { listSlots } from '../timeslots/repository';
import { presentSlot, slotResource } from '../timeslots/serializer';
import { getAppointment } from './repository';

export type BookingTimeslots = WrmComponents['schemas']['BookingTimeslots'];

interface Question {
  db: Connection;
  caller: Caller;
  query: Readonly<Record<string, string | undefined>>;
  now: Date;
}

type Filters = TypeOf<(typeof bookingSlotFilters)['Fulfil']>;

/**
 * The slots of a booking's schedule that have a unit, or all of them: from now on and as far as slots are offered, unless
 * the query says otherwise. Refused when it says other things of the booking than were reserved.
 */
export async function listBookingSlots(
  { db, caller, query, now }: Question,
  bookingId: string,
  config: Config,
): Promise<BookingTimeslots> {
  const booking = await getAppointment(db, caller, bookingId);
  const form: Shape<Filters> = bookingSlotFilters[taskTypeOf(booking.workType)];
  const { filters, page } = readListQuery(form, query, config, 'instant');
  const { scheduleId, areaType, workType, locationId, locationIdType, from, to, includeFull } = filters;
  refuseFaults(
    checkIdentification(booking, { scheduleId, areaType, workType, location: { locationId, locationIdType } }),
  );
  const first = from === undefined ? now : new Date(from);
  const period = { from: first, to: to ?? offeredUntil(first), onlyFree: includeFull !== 'true' };
  const slots = await listSlots(db, booking.scheduleId, period, page);
  const cursorOf = ({ startDateTime, timeslotId }: (typeof slots)[number]): { key: string; id: string } => ({
    key: startDateTime,
    id: timeslotId,
  });
  const { items, nextCursor } = pageOf(slots, page.limit, cursorOf, presentSlot);
  return { bookingId: booking.bookingId, scheduleId: booking.scheduleId, timeslots: items, nextCursor };
}

/** The same slots as resources. */
export const slotsDocument = (
  { timeslots, scheduleId, nextCursor }: BookingTimeslots,
  request: Parameters<typeof documentOf>[1],
): JsonApiDocument =>
  documentOf(
    timeslots.map((slot) => slotResource(slot, scheduleId)),
    request,
    'timeslots',
    nextCursor,
  );
