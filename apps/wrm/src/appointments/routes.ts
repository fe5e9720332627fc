import { appointmentFilters } from '@switchyard/domain/wrm';
import { created, noContent, ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import type { Page } from '../shared/paging';
import { pageOf } from '../shared/paging';
import { readListQuery } from '../shared/read-query';
import { appointmentDocument, appointmentsDocument } from './documents';
import { confirmAppointment } from './confirm-appointment';
import { listBookingSlots, slotsDocument } from './list-slots';
import { releaseBookings } from './release-bookings';
import { getAppointment, listAppointments, lockAppointment } from './repository';
import { rescheduleAppointment } from './reschedule-appointment';
import { reserveAppointment } from './reserve-appointment';
import type { AppointmentBody } from './serializer';
import { presentAppointment } from './serializer';

/** Appointments, which stand beside the tasks that they serve: nothing here changes a task or tells anybody. */
export function appointmentRoutes(api: Api, deps: Deps): void {
  const { config } = deps;
  api.get(
    '/appointments',
    {
      document: ({ items, nextCursor }: Page<AppointmentBody>, request) =>
        appointmentsDocument(items, request, nextCursor),
    },
    async ({ db, query, caller }) => {
      const { filters, page } = readListQuery(appointmentFilters, query, config, 'instant');
      const appointments = await listAppointments(db, caller, filters, page);
      const { limit } = page;
      return ok(
        pageOf(
          appointments,
          limit,
          ({ createdAt, bookingId }) => ({ key: createdAt.toISOString(), id: bookingId }),
          presentAppointment,
        ),
      );
    },
  );

  api.post('/appointments', async (request) => {
    const appointment = await reserveAppointment(actOf(request, deps), request.body);
    return created(presentAppointment(appointment), `/appointments/${appointment.bookingId}`);
  });

  api.get('/appointments/{bookingId}', { document: appointmentDocument }, async ({ db, params, caller }) =>
    ok(presentAppointment(await getAppointment(db, caller, params.bookingId))),
  );

  api.put('/appointments/{bookingId}', async (request) => {
    const { params, body } = request;
    return ok(presentAppointment(await rescheduleAppointment(actOf(request, deps), params.bookingId, body)));
  });

  api.delete('/appointments/{bookingId}', async ({ tx, params, caller, now }) => {
    const { bookingId } = await lockAppointment(tx, caller, params.bookingId);
    await releaseBookings(tx, { bookingIds: [bookingId], partyId: caller.partyId, now });
    return noContent();
  });

  api.post('/appointments/{bookingId}/confirm', async (request) => {
    const { params, body } = request;
    const { appointment, repeated } = await confirmAppointment(actOf(request, deps), params.bookingId, body);
    const reply = ok(presentAppointment(appointment));
    return repeated ? { ...reply, headers: { 'Idempotent-Replayed': 'true' } } : reply;
  });

  api.get('/appointments/{bookingId}/timeslots', { document: slotsDocument }, async (request) =>
    ok(await listBookingSlots(request, request.params.bookingId, config)),
  );
}
