import type { Activity, Task } from '@switchyard/domain/wrm';

/** A task as it is stored: what is searched in columns, and all of it but its activities as the wire has it. */
export interface TaskRow {
  id: string;
  requestor_id: string;
  details: Omit<Task, 'requestorId' | 'activities'>;
  /** In the order of their numbers. */
  activities: Activity[];
}

export const toTask = ({ requestor_id, details, activities }: TaskRow): Task => ({
  ...details,
  requestorId: requestor_id,
  activities,
});

/** The columns of a task, by the names of the JSON from which the statements read them. */
export function taskRecord({ requestorId, activities: _activities, ...details }: Task): object {
  const { status, substate } = details.status;
  return {
    id: details.id,
    requestor_id: requestorId,
    supplier_id: details.allocation.workSupplier.id,
    external_reference: details.externalReference,
    task_type: details.taskType,
    work_type: details.workType,
    product_instance_id: details.product?.instanceId ?? null,
    status,
    substate: substate ?? null,
    details,
    version: details.version,
    created_at: details.createdDateTime,
    updated_at: details.updatedDateTime,
    closed_at: details.closedDateTime ?? null,
  };
}

/** The columns of an activity; its number is its place in the task, from 1. */
export const activityRecord = (taskId: string, activity: Activity, number: number): object => ({
  id: activity.id,
  task_id: taskId,
  number,
  external_reference: activity.externalReference,
  category: activity.status.category,
  state: activity.status.state,
  booking_id: activity.schedule.appointmentBookingId ?? null,
  details: activity,
});
