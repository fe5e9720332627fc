import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type {
  ActivityType,
  AppointmentState,
  DateTime,
  KnownBooking,
  KnownCampaign,
  KnownSchedule,
  ScheduleType,
  WorkType,
} from '@switchyard/domain/wrm';
import { dateTimeOf, isOverdue } from '@switchyard/domain/wrm';

const schedules = prepared<{
  id: string;
  external_schedule_reference: string;
  work_supplier_id: string;
  schedule_type: ScheduleType;
  work_types: WorkType[];
  campaign_id: string | null;
}>(
  'facts-schedules',
  `select id, external_schedule_reference, work_supplier_id, schedule_type, work_types, campaign_id
   from schedule where id = any($1)`,
);

/** The schedules with these ids; unknown ones are left out, as below. */
export const findSchedules = async (db: Connection, ids: readonly string[]): Promise<KnownSchedule[]> =>
  (await db.rows(schedules, [ids])).map((row) => ({
    scheduleId: row.id,
    externalScheduleReference: row.external_schedule_reference,
    workSupplierId: row.work_supplier_id,
    scheduleType: row.schedule_type,
    workTypes: row.work_types,
    ...(row.campaign_id !== null && { campaignId: row.campaign_id }),
  }));

const campaigns = prepared<{ id: string; work_types: WorkType[] }>(
  'facts-campaigns',
  'select id, work_types from campaign where id = any($1)',
);

export const findCampaigns = async (db: Connection, ids: readonly string[]): Promise<KnownCampaign[]> =>
  (await db.rows(campaigns, [ids])).map(({ id, work_types }) => ({ campaignId: id, workTypes: work_types }));

const activityTypes = prepared<{ name: string; work_supplier_allowed_to_cancel: boolean }>(
  'facts-activity-types',
  'select * from activity_type where name = any($1)',
);

export const findActivityTypes = async (db: Connection, names: readonly string[]): Promise<ActivityType[]> =>
  (await db.rows(activityTypes, [names])).map((row) => ({
    name: row.name,
    workSupplierAllowedToCancel: row.work_supplier_allowed_to_cancel,
  }));

interface BookingRow {
  id: string;
  schedule_id: string;
  work_supplier_id: string;
  reserved_by_party_id: string;
  state: AppointmentState;
  activity_id: string | null;
  expires_at: Date | null;
}

const bookings = prepared<BookingRow>(
  'facts-bookings',
  `select id, schedule_id, work_supplier_id, reserved_by_party_id, state, activity_id, expires_at
   from appointment where id = any($1) order by id for no key update`,
);

/**
 * The bookings with these ids, held until the request commits, so that no two activities take the same one. A
 * reservation whose time is over counts as expired, swept or not.
 */
export async function lockBookings(tx: Transaction, ids: readonly string[], now: DateTime): Promise<KnownBooking[]> {
  const rows = await tx.rows(bookings, [ids]);
  return rows.map((row) => ({
    bookingId: row.id,
    scheduleId: row.schedule_id,
    workSupplierId: row.work_supplier_id,
    reservedByPartyId: row.reserved_by_party_id,
    state: isOverdue(lifeOf(row), now) ? 'Expired' : row.state,
    ...(row.activity_id !== null && { activityId: row.activity_id }),
  }));
}

const lifeOf = ({ state, expires_at }: BookingRow) => ({
  state,
  expiresAt: expires_at ? dateTimeOf(expires_at) : undefined,
});

const inUse = prepared<{ hasTwin: boolean; referenceInUse: boolean }>(
  'facts-in-use',
  `select exists (select from task where status <> 'Closed'
       and task_type = $1 and work_type = $2 and product_instance_id = $3) as "hasTwin",
     exists (select from task where status <> 'Closed'
       and requestor_id = $4 and external_reference = $5) as "referenceInUse"`,
);

interface NewWork {
  taskType: string;
  workType: string;
  productInstanceId: string | undefined;
  requestorId: string;
  externalReference: string;
}

/** Whether an open task does the same work, and whether one of the requestor has the same reference. */
export async function findInUse(
  db: Connection,
  { taskType, workType, productInstanceId, requestorId, externalReference }: NewWork,
): Promise<{ hasTwin: boolean; referenceInUse: boolean }> {
  const values = [taskType, workType, productInstanceId ?? null, requestorId, externalReference];
  return (await db.first(inUse, values))!;
}
