const TASK_ID = /^WRM-\d{10,}$/;

/** The id of the n-th task: `WRM-0000000101`. */
export const taskIdOf = (number: number): string => `WRM-${String(number).padStart(10, '0')}`;

/** The id of the n-th activity of a task, from 1: `WRM-0000000101-01`. */
export const activityIdOf = (taskId: string, number: number): string => `${taskId}-${String(number).padStart(2, '0')}`;

/** The id of the n-th booking: `BKG-0000000042`. */
export const bookingIdOf = (number: number): string => `BKG-${String(number).padStart(10, '0')}`;

/** True when the text names a task other than this one: what a rejection as a duplicate must do. */
export function namesAnotherTask(text: string, ownTaskId: string): boolean {
  return text.split(/[^A-Za-z0-9-]+/).some((word) => TASK_ID.test(word) && word !== ownTaskId);
}
