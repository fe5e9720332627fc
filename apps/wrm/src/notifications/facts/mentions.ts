import type { AnyPostedEvent, EventType } from '@switchyard/domain/wrm';

/** What an event names that is stored elsewhere, by id. */
export interface Mentions {
  suppliers: readonly string[];
  schedules: readonly string[];
  campaigns: readonly string[];
  bookings: readonly string[];
  activityTypes: readonly string[];
}

interface NamingTask {
  allocation?: { workSupplier?: { id: string } };
  activities?: readonly NamingActivity[];
}

interface NamingActivity {
  activityType?: string;
  schedule?: { scheduleId?: string; campaignId?: string; appointmentBookingId?: string };
}

/** The events whose rules look at what they name. */
const looking: ReadonlySet<EventType> = new Set([
  'CreateTaskEvent',
  'ReallocateTaskEvent',
  'AddTaskActivityEvent',
  'UpdateTaskActivityScheduleByWorkRequestorEvent',
]);

/** Everything that must be looked up before the event can be decided. */
export function mentionsOf({ notificationType, task }: AnyPostedEvent): Mentions {
  const { allocation, activities = [] }: NamingTask = looking.has(notificationType) ? (task as NamingTask) : {};
  const named = (nameOf: (activity: NamingActivity) => string | undefined): string[] => [
    ...new Set(activities.flatMap((activity) => nameOf(activity) ?? [])),
  ];
  return {
    suppliers: allocation?.workSupplier ? [allocation.workSupplier.id] : [],
    schedules: named(({ schedule }) => schedule?.scheduleId),
    campaigns: named(({ schedule }) => schedule?.campaignId),
    bookings: named(({ schedule }) => schedule?.appointmentBookingId),
    activityTypes: named(({ activityType }) => activityType),
  };
}
