import type { OfferFilters } from '@switchyard/domain/wrm';
import { offerFilters, offeredUntil } from '@switchyard/domain/wrm';
import { ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import { pageOf, queryFault, refuseQuery } from '../shared/paging';
import { readListQuery } from '../shared/read-query';
import { slotsOfSchedules } from '../timeslots/repository';
import type { StoredSlot } from '../timeslots/row';
import { listOfferedSchedules } from './repository';
import type { OfferedScheduleBody } from './serializer';
import { offerResource, presentOffer } from './serializer';

interface Offers {
  schedules: OfferedScheduleBody[];
  nextCursor: string | null;
}

/** What work can be booked on. */
export function offerRoutes(api: Api, { config }: Deps): void {
  api.get(
    '/schedules',
    {
      document: ({ schedules, nextCursor }: Offers, request) =>
        documentOf(schedules.map(offerResource), request, 'schedules', nextCursor),
    },
    async ({ db, query, caller, now }) => {
      const { filters, page } = readListQuery(offerFilters, query, config);
      const period = offeredPeriod(filters, now);
      const schedules = await listOfferedSchedules(db, caller, filters, page);
      const shown = schedules.slice(0, page.limit).map(({ scheduleId }) => scheduleId);
      const slots = bySchedule(await slotsOfSchedules(db, shown, period));
      const { items, nextCursor } = pageOf(
        schedules,
        page.limit,
        ({ scheduleId }) => ({ key: scheduleId, id: scheduleId }),
        (schedule) => presentOffer(schedule, slots.get(schedule.scheduleId) ?? []),
      );
      return ok({ schedules: items, nextCursor });
    },
  );
}

function bySchedule(slots: readonly StoredSlot[]): ReadonlyMap<string, StoredSlot[]> {
  const found = new Map<string, StoredSlot[]>();
  for (const slot of slots) {
    const others = found.get(slot.scheduleId);
    if (others) others.push(slot);
    else found.set(slot.scheduleId, [slot]);
  }
  return found;
}

/** From now on, and as far as slots are offered; no answer has more than that of them. */
function offeredPeriod({ from, to }: OfferFilters, now: Date): { from: Date; to: Date } {
  const first = from === undefined ? now : new Date(from);
  const last = offeredUntil(first);
  const until = to === undefined ? last : new Date(to);
  refuseQuery(until > last ? [queryFault('to', `to must not be later than ${last.toISOString()}.`)] : []);
  return { from: first, to: until };
}
