import type { Api, Walkthrough } from '../walkthrough';
import { cancelTask } from './cancel-task';
import { fieldworks, netco, type Party } from './demo';
import { howToUse } from './document';
import { type Event, ofActivities, tell, tellInVain, toldAll } from './events';
import { shown } from './requests';
import { subscribe, type Subscribed } from './subscribe';
import { createTask, installation, newTask, type Task } from './task';
import { tidily } from './tidily';

export const fileAttachments: Walkthrough = {
  name: 'file-attachments',
  title: 'Attach a file to a task and to an activity: the entire array, and only what is yours',
  document: howToUse,

  play: (api) =>
    tidily(api, async (after) => {
      api.step('Subscribe for notifications, and create a task');
      const requestor = await subscribe(api, netco, after);
      const supplier = await subscribe(api, fieldworks, after);
      const task = await createTask(api, requestor, supplier, newTask(api, supplier, [installation()]));
      const plan = file('plan.pdf', supplier);
      const order = file('order.json', requestor);

      api.step('Attach a file to the task (Work Supplier): UpdateTaskFileAttachmentsEvent');
      await tell(api, task, attaching(supplier, [plan]), untouched('Open/Open', requestor));
      await filesAre(api, task, [plan]);

      api.step('Attach another, with the entire array (Work Requestor)');
      await tell(api, task, attaching(requestor, [plan, order]), untouched('Open/Open', supplier));
      await filesAre(api, task, [plan, order]);

      api.step('Who is not the owner of a file can neither take it away, nor change it, nor attach one in his name');
      const foreign: [Subscribed, object[]][] = [
        [requestor, [order]],
        [requestor, [{ ...plan, note: 'Seen' }, order]],
        [supplier, [plan, order, file('another.pdf', requestor)]],
      ];
      for (const [by, files] of foreign) await tellInVain(api, task, attaching(by, files), 403, 'WRM-403-03');
      await filesAre(api, task, [plan, order]);

      api.step('The owner changes his file, and takes it away (Work Supplier)');
      const revised = { ...plan, fileSize: 50_000, note: 'Second revision' };
      await tell(api, task, attaching(supplier, [revised, order]), untouched('Open/Open', requestor));
      await filesAre(api, task, [revised, order]);
      await tell(api, task, attaching(supplier, [order]), untouched('Open/Open', requestor));
      await filesAre(api, task, [order]);

      api.step('Attach a file to an activity (Work Supplier): UpdateTaskActivityFileAttachmentsEvent');
      const accepting = { by: supplier, type: 'AcceptTaskEvent', says: { allocation: { supplierAccepted: true } } };
      const accepted = { ...untouched('Open/Accepted', requestor, 'AcceptTaskNotify'), task: 'InProgress' };
      await tell(api, task, accepting, accepted);
      const photo = file('ont.jpg', supplier);
      const toActivity = (by: Subscribed, files: object[]): Event => ({
        by,
        type: 'UpdateTaskActivityFileAttachmentsEvent',
        says: ofActivities(task, { fileAttachments: files }),
      });
      const attached = untouched('Open/Accepted', requestor, 'UpdateTaskActivityFileAttachmentsNotify');
      await tell(api, task, toActivity(supplier, [photo]), { ...attached, task: 'InProgress' });
      await tellInVain(api, task, toActivity(requestor, []), 403, 'WRM-403-03');

      await cancelTask(api, task, supplier);
      await toldAll(api, task, requestor);
      await toldAll(api, task, supplier);
    }),
};

const file = (fileName: string, { id: owner }: Party): object => ({
  fileName,
  owner,
  mediaType: fileName.split('.')[1],
  fileSize: 48_213,
  fileAttachmentUri: `https://files.${owner.toLowerCase()}.example/${fileName}`,
});

const attaching = (by: Subscribed, files: object[]): Event => ({
  by,
  type: 'UpdateTaskFileAttachmentsEvent',
  says: { fileAttachments: files },
});

/** Files change no state; the other party is told. */
const untouched = (state: string, party: Subscribed, type = 'UpdateTaskFileAttachmentsNotify') => ({
  task: 'Allocation/Sent',
  activities: [state],
  tells: [[party, type]] as const,
});

async function filesAre(api: Api, task: Task, expected: readonly object[]): Promise<void> {
  const { fileAttachments: files } = await shown(api, task.requestor, `/tasks/${task.id}`);
  api.holds('files of the task', files, expected);
}
