import type { Activity } from '../activity';
import type { DateTime } from '../date-time';
import type { NewActivity } from '../task-rules';
import type { WorkFacts } from '../work-facts';
import type { BookingLink } from './decision';

/** An activity as it starts; what its type and its schedule say is copied into it. */
export function newActivity(given: NewActivity, id: string, facts: WorkFacts, now: DateTime): Activity {
  const { activityType, note, schedule, fileAttachments = [], externalReference } = given;
  const reference =
    schedule.externalScheduleReference ?? facts.schedules.get(schedule.scheduleId ?? '')?.externalScheduleReference;
  return {
    id,
    externalReference,
    activityType,
    workSupplierAllowedToCancel: facts.activityTypes.get(activityType)?.workSupplierAllowedToCancel ?? false,
    ...(note !== undefined && { note }),
    status: { category: 'Open', state: 'Open', dateTime: now },
    hasBeenActive: false,
    cancellationRequested: false,
    schedule: { ...schedule, ...(reference !== undefined && { externalScheduleReference: reference }) },
    worker: null,
    outcomes: [],
    fileAttachments,
  };
}

/** The bookings that activities brought with them. */
export const linksOf = (activities: readonly Activity[]): BookingLink[] =>
  activities.flatMap(({ id, schedule: { appointmentBookingId } }) =>
    appointmentBookingId === undefined ? [] : [{ bookingId: appointmentBookingId, activityId: id }],
  );
