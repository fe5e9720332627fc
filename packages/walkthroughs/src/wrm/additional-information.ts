import type { Api, Walkthrough } from '../walkthrough';
import { cancelTask } from './cancel-task';
import { fieldworks, netco } from './demo';
import { howToUse } from './document';
import { tell, tellInVain, toldAll } from './events';
import { shown, shows } from './requests';
import { subscribe, type Subscribed } from './subscribe';
import { createTask, installation, newTask, type Task } from './task';
import { tidily } from './tidily';

const type = 'UpdateTaskAdditionalInfosEvent';

export const additionalInformation: Walkthrough = {
  name: 'additional-information',
  title: 'Provide or receive additional information: a question and its answer in one thread',
  document: howToUse,

  play: (api) =>
    tidily(api, async (after) => {
      api.step('Subscribe for notifications, and create a task');
      const requestor = await subscribe(api, netco, after);
      const supplier = await subscribe(api, fieldworks, after);
      const task = await createTask(api, requestor, supplier, newTask(api, supplier, [installation()]));
      const interactionId = api.uuid();

      api.step('Request information (Work Supplier): UpdateTaskAdditionalInfosEvent');
      const contact = { name: 'Aroha Example', role: 'SiteContact' };
      const asked = { interactionType: 'Request', information: 'Is there a locked gate?', createdBy: 'Dispatch' };
      const question = { interactionId, ...asked, contact };
      await says(api, task, supplier, requestor, { ...question, additionalInfoDetail: detail('normal') });

      api.step('Respond in the same thread (Work Requestor)');
      const told = { interactionType: 'Response', information: 'Yes, the code is 1234.', createdBy: 'Order desk' };
      await says(api, task, requestor, supplier, { interactionId, ...told });

      api.step('The same record again, with other details, is updated (Work Supplier)');
      await says(api, task, supplier, requestor, { ...question, additionalInfoDetail: detail('high') });
      await threadIs(api, task, interactionId, [
        { ...asked, contact, additionalInfoDetail: detail('high'), partyId: supplier.id },
        { ...told, partyId: requestor.id },
      ]);

      api.step('The interactionType, information, and createdBy fields are mandatory; information has 5000 characters');
      for (const missing of ['interactionType', 'information', 'createdBy']) {
        const additionalInfos = [{ ...question, [missing]: undefined }];
        await tellInVain(api, task, { by: supplier, type, says: { additionalInfos } }, 400, 'WRM-400-01');
      }
      const additionalInfos = [{ ...question, information: 'x'.repeat(5_001) }];
      await tellInVain(api, task, { by: supplier, type, says: { additionalInfos } }, 400, 'WRM-400-01');

      await cancelTask(api, task, supplier);
      await toldAll(api, task, requestor);
      await toldAll(api, task, supplier);
    }),
};

const detail = (value: string): object[] => [{ key: 'urgency', value }];

async function says(api: Api, task: Task, by: Subscribed, to: Subscribed, info: object): Promise<void> {
  await tell(
    api,
    task,
    { by, type, says: { additionalInfos: [info] } },
    { task: 'Allocation/Sent', activities: ['Open/Open'], tells: [[to, 'UpdateTaskAdditionalInfosNotify']] },
  );
}

/** The records of one thread, in the order in which they came. */
async function threadIs(api: Api, task: Task, interactionId: string, expected: readonly object[]): Promise<void> {
  const { additionalInfos } = (await shown(api, task.requestor, `/tasks/${task.id}`)) as {
    additionalInfos: Record<string, unknown>[];
  };
  const thread = additionalInfos.filter((info) => info['interactionId'] === interactionId);
  api.holds('records in the thread', thread.length, expected.length);
  for (const [index, info] of thread.entries()) shows(api, `record ${index + 1}`, info, { ...expected[index] });
}
