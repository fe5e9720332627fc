import { appointmentFilters } from '@switchyard/domain/wrm';
import { created, noContent, ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageOf } from '../shared/paging';
import { readListQuery } from '../shared/read-query';
import { cancelAppointment } from './cancel-appointment';
import { confirmAppointment } from './confirm-appointment';
import { listBookingSlots, slotsDocument } from './list-slots';
import { getAppointment, listAppointments } from './repository';
import { rescheduleAppointment } from './reschedule-appointment';
import { reserveAppointment } from './reserve-appointment';
import type { AppointmentBody } from './serializer';
import { appointmentResource, presentAppointment } from './serializer';

/** Appointments, which stand beside the tasks that they serve: nothing here changes a task or tells anybody. */
export function appointmentRoutes(api: Api, deps: Deps): void {
  const { config } = deps;
  api.get(
    '/appointments',
    {
      document: ({ items, nextCursor }: Page<AppointmentBody>, request) =>
        documentOf(items.map((each) => appointmentResource(each)), request, 'appointments', nextCursor),
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

  api.get(
    '/appointments/{bookingId}',
    { document: (body: AppointmentBody, request) => documentOf(appointmentResource(body), request, 'appointments') },
    async ({ db, params, caller }) => ok(presentAppointment(await getAppointment(db, caller, params.bookingId))),
  );

  api.put('/appointments/{bookingId}', async (request) => {
    const { params, body } = request;
    return ok(presentAppointment(await rescheduleAppointment(actOf(request, deps), params.bookingId, body)));
  });

  api.delete('/appointments/{bookingId}', async (request) => {
    await cancelAppointment(actOf(request, deps), request.params.bookingId);
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
