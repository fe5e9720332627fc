import { capacityScheduleFilters, periodFilter, timeslotList } from '@switchyard/domain/wrm';
import { created, ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageOf } from '../shared/paging';
import { readBody } from '../shared/read-body';
import { readListQuery } from '../shared/read-query';
import { listOverbooked, listSlots, putSlots } from '../timeslots/repository';
import type { StoredSlot } from '../timeslots/row';
import type { CapacityTimeslotBody } from '../timeslots/serializer';
import { capacitySlotResource, presentCapacitySlot } from '../timeslots/serializer';
import { changeSchedule, createSchedule } from './keep-schedule';
import { getSchedule, listKeptSchedules, lockSchedule } from './repository';
import type { CapacityScheduleBody } from './serializer';
import { presentSchedule, scheduleResource } from './serializer';

/** Schedules and their capacity, for the operator and for each work supplier its own. */
export function scheduleRoutes(api: Api, deps: Deps): void {
  const { config } = deps;
  api.get(
    '/admin/schedules',
    {
      document: ({ items, nextCursor }: Page<CapacityScheduleBody>, request) =>
        documentOf(items.map(scheduleResource), request, 'schedules', nextCursor),
    },
    async ({ db, query, caller }) => {
      const { filters, page } = readListQuery(capacityScheduleFilters, query, config);
      const schedules = await listKeptSchedules(db, caller, filters.workSupplierId, page);
      return ok(pageOf(schedules, page.limit, ({ scheduleId: id }) => ({ key: id, id }), presentSchedule));
    },
  );

  api.post('/admin/schedules', async (request) => {
    const schedule = await createSchedule(request, config);
    return created(presentSchedule(schedule), `/admin/schedules/${encodeURIComponent(schedule.scheduleId)}`);
  });

  api.get(
    '/admin/schedules/{scheduleId}',
    { document: (body: CapacityScheduleBody, request) => documentOf(scheduleResource(body), request, 'schedules') },
    async ({ db, params, caller }) => ok(presentSchedule(await getSchedule(db, caller, params.scheduleId))),
  );

  api.patch('/admin/schedules/{scheduleId}', async (request) =>
    ok(presentSchedule(await changeSchedule(request, request.params.scheduleId, config))),
  );

  capacityRoutes(api, deps);
}

function capacityRoutes(api: Api, { config }: Deps): void {
  const pageOfSlots = (slots: readonly StoredSlot[], limit: number): Page<CapacityTimeslotBody> =>
    pageOf(
      slots,
      limit,
      ({ startDateTime, timeslotId }) => ({ key: startDateTime, id: timeslotId }),
      presentCapacitySlot,
    );
  const options = {
    document: ({ items, nextCursor }: Page<CapacityTimeslotBody>, request: Parameters<typeof documentOf>[1]) =>
      documentOf(items.map(capacitySlotResource), request, 'timeslots', nextCursor),
  };

  api.get('/admin/schedules/{scheduleId}/timeslots', options, async ({ db, params, query, caller }) => {
    const { filters, page } = readListQuery(periodFilter, query, config, 'instant');
    await getSchedule(db, caller, params.scheduleId);
    return ok(pageOfSlots(await listSlots(db, params.scheduleId, filters, page), page.limit));
  });

  api.put('/admin/schedules/{scheduleId}/timeslots', async ({ tx, params, body, caller }) => {
    const { timeslots } = readBody(timeslotList, body, 'timeslots', config);
    await lockSchedule(tx, caller, params.scheduleId);
    const slots = await putSlots(tx, params.scheduleId, timeslots);
    return ok({ items: slots.map(presentCapacitySlot), nextCursor: null });
  });

  api.get('/admin/overbooked-timeslots', options, async ({ db, query, caller }) => {
    const { filters, page } = readListQuery(periodFilter, query, config, 'instant');
    return ok(pageOfSlots(await listOverbooked(db, caller, filters, page), page.limit));
  });
}
