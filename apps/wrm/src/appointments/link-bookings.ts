import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { BookingLink } from '@switchyard/domain/wrm';
import { dateTimeOf, reservationEnd } from '@switchyard/domain/wrm';

export interface Linking {
  taskId: string;
  /** Whose task it is, and so who sees the bookings. */
  requestorId: string;
  /** The bookings that now serve an activity of the task. */
  links: readonly BookingLink[];
  /** Every booking that an activity of the task names, the old ones included. */
  namedBookingIds: readonly string[];
  /** Whose doing it is, for the history. */
  partyId: string;
  now: Date;
}

const unlink = prepared(
  'bookings-unlink',
  `with free as (
     update appointment set task_id = null, activity_id = null, updated_at = $3,
       requestor_id = case when reserved_by_party_id = requestor_id then requestor_id end,
       expires_at = case when state = 'Reserved' then $4::timestamptz else expires_at end
     where task_id = $1 and id <> all($2)
     returning appointment.id, state, timeslot_id)
   insert into appointment_history (appointment_id, sequence, at, action, party_id, state, timeslot_id)
   select id, coalesce((select max(sequence) from appointment_history where appointment_id = id), 0) + 1,
     $3, 'unlink', $5, state, timeslot_id
   from free`,
);
const link = prepared(
  'bookings-link',
  `with linked as (
     update appointment set task_id = $1, activity_id = given."activityId", requestor_id = $5, expires_at = null,
       updated_at = $3
     from jsonb_to_recordset($2) as given ("bookingId" text, "activityId" text)
     where appointment.id = given."bookingId" and appointment.activity_id is distinct from given."activityId"
     returning appointment.id, state, timeslot_id)
   insert into appointment_history (appointment_id, sequence, at, action, party_id, state, timeslot_id)
   select id, coalesce((select max(sequence) from appointment_history where appointment_id = id), 0) + 1,
     $3, 'link', $4, state, timeslot_id
   from linked`,
);

/**
 * Makes bookings those of activities: a reservation then does not expire. One that no activity names any more is on its
 * own again, and as a reservation has its time anew. The caller holds the task and the bookings.
 */
export function linkBookings(tx: Transaction, linking: Linking): void {
  const { taskId, requestorId, links, namedBookingIds, partyId, now } = linking;
  tx.send(unlink, [taskId, namedBookingIds, now, reservationEnd(dateTimeOf(now)), partyId]);
  if (links.length > 0) tx.send(link, [taskId, JSON.stringify(links), now, partyId, requestorId]);
}
