import type { Decision } from '@switchyard/domain/wrm';
import { linkBookings } from '../appointments/link-bookings';
import { releaseBookings } from '../appointments/release-bookings';
import { appendHistory } from '../tasks/history';
import { saveTask } from '../tasks/repository';
import type { NotificationAccepted } from './accepted';
import type { PartyAct, ReadNotification } from './accept-event';
import { holdSequence, insertInboundNotification, insertOutboundNotification } from './repository';
import { sendNotices } from './send-notices';

/** Stores all that follows from an accepted event. The caller holds the task and the bookings that it names. */
export async function storeAccepted(
  act: PartyAct,
  { event, body }: ReadNotification,
  decision: Decision,
  result: NotificationAccepted,
): Promise<void> {
  const { tx, caller, now } = act;
  const { task } = decision;
  saveTask(tx, task);
  await settleBookings(act, decision);
  appendHistory(tx, { taskId: task.id, notificationId: event.notificationId, steps: decision.history, now });
  const outbound = await sendNotices(act, {
    taskId: task.id,
    linkedId: event.notificationId,
    notices: decision.notices,
  });
  holdSequence(tx);
  insertInboundNotification(tx, {
    id: event.notificationId,
    partyId: caller.partyId,
    type: event.notificationType,
    linkedId: event.linkedNotificationId,
    subscriberId: event.subscriberId,
    taskId: task.id,
    at: now,
    body,
    result,
  });
  for (const each of outbound) insertOutboundNotification(tx, each);
}

/** A booking comes to an activity, or leaves it, only with these two. */
async function settleBookings({ tx, caller: { partyId }, now }: PartyAct, decision: Decision): Promise<void> {
  const { task, links, cancelledBookings } = decision;
  if (links.length === 0 && cancelledBookings.length === 0) return;
  await releaseBookings(tx, { bookingIds: cancelledBookings, partyId, now });
  const namedBookingIds = task.activities.flatMap(({ schedule }) => schedule.appointmentBookingId ?? []);
  linkBookings(tx, { taskId: task.id, requestorId: task.requestorId, links, namedBookingIds, partyId, now });
}
