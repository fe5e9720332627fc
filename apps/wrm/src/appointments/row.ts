import type {
  Appointment,
  AppointmentState,
  AppointmentTrigger,
  AreaType,
  Confirmation,
  DayOfWeek,
  LocationIdType,
  Schedule,
  TimeslotType,
  WorkType,
} from '@switchyard/domain/wrm';

/** Something that happened to a booking. */
export interface AppointmentChange {
  at: Date;
  action: 'reserve' | 'link' | 'unlink' | AppointmentTrigger;
  /** `WRM` for what the service does by itself. */
  partyId: string;
  state: AppointmentState;
  timeslotId: string | null;
  /** Of a rescheduling alone. */
  releasedUnits: number | null;
}

export interface StoredAppointment extends Appointment {
  externalScheduleReference: string;
  workSupplierId: string;
  /** The work requestor that it belongs to; undefined for what a supplier has reserved and nobody has linked. */
  requestorId?: string | undefined;
  productId?: string | undefined;
  externalReference?: string | undefined;
  confirmation?: Confirmation | undefined;
  confirmationDigest?: Buffer | undefined;
  reschedulingDigest?: Buffer | undefined;
  overridden: boolean;
  releasedUnits: number;
  taskId?: string | undefined;
  /** What the linked activity says. */
  activitySchedule?: Schedule | undefined;
  createdAt: Date;
  updatedAt: Date;
  history: readonly AppointmentChange[];
}

export interface AppointmentRow {
  id: string;
  state: AppointmentState;
  schedule_id: string;
  external_schedule_reference: string;
  work_supplier_id: string;
  requestor_id: string | null;
  timeslot_id: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  timeslot_type: TimeslotType | null;
  day_of_week: DayOfWeek | null;
  available_units: number | null;
  holds_unit: boolean;
  work_type: WorkType;
  area_type: AreaType;
  location_id: string;
  location_id_type: LocationIdType;
  campaign_id: string | null;
  product_id: string | null;
  external_reference: string | null;
  confirmation: Confirmation | null;
  confirmation_digest: Buffer | null;
  rescheduling_digest: Buffer | null;
  overridden: boolean;
  released_units: number;
  reserved_by_party_id: string;
  task_id: string | null;
  activity_id: string | null;
  activity_schedule: Schedule | null;
  expires_at: Date | null;
  created_at: Date;
  updated_at: Date;
  history: (Omit<AppointmentChange, 'at'> & { at: string })[];
}

export const toAppointment = (row: AppointmentRow): StoredAppointment => ({
  bookingId: row.id,
  state: row.state,
  scheduleId: row.schedule_id,
  externalScheduleReference: row.external_schedule_reference,
  workSupplierId: row.work_supplier_id,
  requestorId: row.requestor_id ?? undefined,
  workType: row.work_type,
  areaType: row.area_type,
  location: { locationId: row.location_id, locationIdType: row.location_id_type },
  campaignId: row.campaign_id ?? undefined,
  timeslot: slotOf(row),
  holdsUnit: row.holds_unit,
  expiresAt: row.expires_at?.toISOString(),
  productId: row.product_id ?? undefined,
  externalReference: row.external_reference ?? undefined,
  confirmation: row.confirmation ?? undefined,
  confirmationDigest: row.confirmation_digest ?? undefined,
  reschedulingDigest: row.rescheduling_digest ?? undefined,
  overridden: row.overridden,
  releasedUnits: row.released_units,
  reservedByPartyId: row.reserved_by_party_id,
  taskId: row.task_id ?? undefined,
  activity: activityOf(row),
  activitySchedule: row.activity_schedule ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  history: row.history.map((change) => ({ ...change, at: new Date(change.at) })),
});

const slotOf = (row: AppointmentRow): Appointment['timeslot'] =>
  row.timeslot_id === null
    ? undefined
    : {
        timeslotId: row.timeslot_id,
        scheduleId: row.schedule_id,
        startDateTime: row.starts_at!.toISOString(),
        endDateTime: row.ends_at!.toISOString(),
        timeslotType: row.timeslot_type!,
        dayOfWeek: row.day_of_week!,
        availableUnits: row.available_units!,
      };

const activityOf = ({ activity_id: id, activity_schedule: schedule }: AppointmentRow): Appointment['activity'] =>
  id === null
    ? undefined
    : { id, earliestStart: schedule?.earliestStart ?? undefined, latestEnd: schedule?.latestEnd ?? undefined };
