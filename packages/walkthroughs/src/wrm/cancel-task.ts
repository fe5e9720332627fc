import type { Api } from '../walkthrough';
import { tell } from './events';
import type { Subscribed } from './subscribe';
import type { Task } from './task';

/** The work requestor cancels a task on which nobody has worked yet: it closes at once. */
export async function cancelTask(api: Api, task: Task, supplier: Subscribed): Promise<void> {
  api.step('Cancel the task, for nobody has worked on it (Work Requestor)');
  await tell(
    api,
    task,
    { by: task.requestor, type: 'CancelTaskEvent', says: { status: { note: 'Only a rehearsal' } } },
    {
      task: 'Closed/Cancelled',
      activities: task.activities.map(() => 'Closed/Cancelled'),
      tells: [
        [supplier, 'CancelTaskNotify'],
        [supplier, 'CloseTaskNotify'],
        [task.requestor, 'CloseTaskNotify'],
      ],
    },
  );
}
