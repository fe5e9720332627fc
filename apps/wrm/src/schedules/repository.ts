import type { Connection, Sql, Transaction } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { NewCapacitySchedule, OfferFilters } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { capacityInSight } from '../shared/sight';
import type { ScheduleRow, StoredSchedule } from './row';
import { toSchedule } from './row';

const selected = literal(`select schedule.*, party.name as supplier_name, campaign.active as campaign_active,
    campaign.starts_at as campaign_starts_at, campaign.ends_at as campaign_ends_at
  from schedule join party on party.id = schedule.work_supplier_id
    left join campaign on campaign.id = schedule.campaign_id`);

const inSight = (caller: Caller): Sql => capacityInSight(caller, sql`schedule.work_supplier_id`);

/** The schedules with these ids, whosever they are; unknown ones are left out. */
export async function findSchedules(db: Connection, ids: readonly string[]): Promise<StoredSchedule[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<ScheduleRow>(sql`${selected} where schedule.id = any(${ids})`);
  return rows.map(toSchedule);
}

/** A schedule in the caller's sight: of a work supplier its own alone. */
export async function findSchedule(db: Connection, caller: Caller, id: string): Promise<StoredSchedule | undefined> {
  const row = await db.first<ScheduleRow>(sql`${selected} where schedule.id = ${id} and ${inSight(caller)}`);
  return row && toSchedule(row);
}

/** As `findSchedule`. Throws NotFound. */
export async function getSchedule(db: Connection, caller: Caller, id: string): Promise<StoredSchedule> {
  const schedule = await findSchedule(db, caller, id);
  if (!schedule) throw new NotFound('schedule', id);
  return schedule;
}

const lock = prepared('schedule-lock', 'select from schedule where id = $1 for no key update');

/** As `getSchedule`, and holds the row until the request commits. */
export async function lockSchedule(tx: Transaction, caller: Caller, id: string): Promise<StoredSchedule> {
  const [, schedule] = await Promise.all([tx.rows(lock, [id]), getSchedule(tx, caller, id)]);
  return schedule;
}

/** One more than a page of the schedules that the caller keeps, by their ids. */
export const listKeptSchedules = (
  db: Connection,
  caller: Caller,
  workSupplierId: string | undefined,
  page: PageRequest,
): Promise<StoredSchedule[]> => {
  const ofSupplier = workSupplierId === undefined ? [] : [sql`schedule.work_supplier_id = ${workSupplierId}`];
  return listWhere(db, [inSight(caller), ...ofSupplier], page);
};

/** One more than a page of the schedules that suit, by their ids. */
export const listOfferedSchedules = (
  db: Connection,
  caller: Caller,
  filters: OfferFilters,
  page: PageRequest,
): Promise<StoredSchedule[]> => listWhere(db, [inSight(caller), ...suiting(filters)], page);

async function listWhere(
  db: Connection,
  conditions: readonly Sql[],
  { limit, after }: PageRequest,
): Promise<StoredSchedule[]> {
  const beyond = after ? [sql`schedule.id > ${after.id}`] : [];
  const rows = await db.rows<ScheduleRow>(
    sql`${selected} where ${all([...conditions, ...beyond])} order by schedule.id limit ${limit + 1}`,
  );
  return rows.map(toSchedule);
}

/** A schedule that says nothing of its division, site, class or equipment has all of them. */
function suiting(filters: OfferFilters): Sql[] {
  const { workType, areaType, locationId, locationIdType, campaignId } = filters;
  const { workDivision, areaSite, classOfWork, equipmentType } = filters;
  const wherever = locationId === undefined && locationIdType === undefined;
  const place = JSON.stringify([{ locationId, locationIdType }]);
  const orAny = (column: string, value: string | undefined): Sql[] =>
    value === undefined ? [] : [sql`(${literal(column)} is null or ${literal(column)} = ${value})`];
  return [
    ...(workType === undefined ? [] : [sql`schedule.work_types @> array[${workType}]::text[]`]),
    ...(areaType === undefined ? [] : [sql`schedule.area_type = ${areaType}`]),
    ...(wherever ? [] : [sql`(schedule.locations = '[]' or schedule.locations @> ${place}::jsonb)`]),
    ...(campaignId === undefined ? [] : [sql`schedule.campaign_id = ${campaignId}`]),
    ...orAny('schedule.work_division', workDivision),
    ...orAny('schedule.area_site', areaSite),
    ...orAny('schedule.class_of_work', classOfWork),
    ...orAny('schedule.equipment_type', equipmentType),
  ];
}

const insert = prepared<{ id: string }>(
  'schedule-insert',
  `insert into schedule (id, work_supplier_id, external_schedule_reference, work_types, area_type, schedule_type,
     campaign_id, work_division, area_site, class_of_work, equipment_type, locations, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict do nothing returning id`,
);

/** False when there is one with this id, whosever it is. */
export async function insertSchedule(tx: Transaction, schedule: NewCapacitySchedule, now: Date): Promise<boolean> {
  const values = [
    schedule.scheduleId,
    schedule.workSupplierId,
    schedule.externalScheduleReference,
    schedule.workTypes,
    schedule.areaType,
    schedule.scheduleType,
    schedule.campaignId ?? null,
    schedule.workDivision ?? null,
    schedule.areaSite ?? null,
    schedule.classOfWork ?? null,
    schedule.equipmentType ?? null,
    JSON.stringify(schedule.locations),
    now,
  ];
  return (await tx.first(insert, values)) !== undefined;
}

const update = prepared(
  'schedule-update',
  `update schedule set external_schedule_reference = $2, work_types = $3, campaign_id = $4, locations = $5
   where id = $1`,
);

/** Stores what can change of a schedule. The caller holds its row. */
export function saveSchedule(tx: Transaction, schedule: StoredSchedule): void {
  const { scheduleId, externalScheduleReference, workTypes, campaignId, locations } = schedule;
  tx.send(update, [scheduleId, externalScheduleReference, workTypes, campaignId ?? null, JSON.stringify(locations)]);
}
