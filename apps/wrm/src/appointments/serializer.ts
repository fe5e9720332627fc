import type { WrmComponents } from '@switchyard/contracts';
import { isInSync } from '@switchyard/domain/wrm';
import type { Resource } from '@switchyard/http';
import { linkTo, resource } from '../shared/json-api';
import { presentSlot } from '../timeslots/serializer';
import type { AppointmentChange, StoredAppointment } from './row';

export type AppointmentBody = WrmComponents['schemas']['Appointment'];
type ChangeBody = WrmComponents['schemas']['AppointmentChange'];

export function presentAppointment(appointment: StoredAppointment): AppointmentBody {
  const { campaignId, timeslot, externalReference, taskId, activity, activitySchedule, expiresAt } = appointment;
  return {
    bookingId: appointment.bookingId,
    state: appointment.state,
    scheduleId: appointment.scheduleId,
    externalScheduleReference: appointment.externalScheduleReference,
    ...(campaignId !== undefined && { campaignId }),
    workType: appointment.workType,
    areaType: appointment.areaType,
    location: appointment.location,
    ...(timeslot && { timeslot: presentSlot(timeslot) }),
    ...confirmedAttributes(appointment),
    ...(externalReference !== undefined && { externalReference }),
    overridden: appointment.overridden,
    releasedUnits: appointment.releasedUnits,
    ...(taskId !== undefined && { taskId }),
    ...(activity && { activityId: activity.id }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(activitySchedule && { scheduleInSync: isInSync(appointment, activitySchedule) }),
    createdDateTime: appointment.createdAt.toISOString(),
    updatedDateTime: appointment.updatedAt.toISOString(),
    history: appointment.history.map(presentChange),
  };
}

/** What the confirmation has told, which each family of work does in its own attributes. */
function confirmedAttributes({ confirmation, productId }: StoredAppointment): Partial<AppointmentBody> {
  const product = confirmation && 'productId' in confirmation ? confirmation.productId : productId;
  return {
    ...(product !== undefined && { productId: product }),
    ...(confirmation && { bookingType: confirmation.bookingType }),
    ...(confirmation &&
      ('productId' in confirmation
        ? {
            reservationCategory: confirmation.reservationCategory,
            reservationType: confirmation.reservationType,
          }
        : { customerSiteVisitRequired: confirmation.customerSiteVisitRequired })),
  };
}

const presentChange = ({ at, action, partyId, state, timeslotId, releasedUnits }: AppointmentChange): ChangeBody => ({
  dateTime: at.toISOString(),
  action,
  partyId,
  state,
  timeslotId,
  ...(releasedUnits !== null && { releasedUnits }),
});

/** `schedule` is the whole resource where the client asked for it. */
export const appointmentResource = (appointment: AppointmentBody, schedule?: Resource): Resource =>
  resource(
    'appointments',
    appointment.bookingId,
    appointment,
    {
      schedule: schedule ?? linkTo('schedules', appointment.scheduleId),
      task: linkTo('tasks', appointment.taskId),
      activity: linkTo('activities', appointment.activityId),
    },
    ['bookingId', 'scheduleId', 'taskId', 'activityId'],
  );
