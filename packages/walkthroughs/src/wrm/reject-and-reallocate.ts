import type { Walkthrough } from '../walkthrough';
import { fieldworks, lineworks, netco } from './demo';
import { howToUse } from './document';
import { ofActivities, tell, tellInVain, toldAll } from './events';
import { get, refused } from './requests';
import { subscribe } from './subscribe';
import { createTask, installation, newTask } from './task';
import { tidily } from './tidily';

const geoTag = { latitude: -36.7981, longitude: 174.7489 };

export const rejectAndReallocate: Walkthrough = {
  name: 'reject-and-reallocate',
  title: 'Accept or reject a work request: rejected as a duplicate, reallocated, accepted, done',
  document: howToUse,

  play: (api) =>
    tidily(api, async (after) => {
      api.step('Subscribe for notifications (Work Requestor, both Work Suppliers)');
      const requestor = await subscribe(api, netco, after);
      const first = await subscribe(api, fieldworks, after);
      const second = await subscribe(api, lineworks, after);

      api.step('Create the task (Work Requestor)');
      const task = await createTask(api, requestor, first, newTask(api, first, [installation()]));

      api.step('When rejecting, a reason must be supplied, and for a duplicate the other task');
      const rejecting = (more: object) => ({
        by: first,
        type: 'RejectTaskEvent',
        says: { allocation: { supplierAccepted: false, ...more } },
      });
      await tellInVain(api, task, rejecting({}), 400, 'WRM-400-01');
      const vague = rejecting({ rejectReason: 'Duplicate', rejectNote: 'We have this one already' });
      await tellInVain(api, task, vague, 422, 'WRM-422-03');

      api.step('Reject the task (Work Supplier): RejectTaskEvent');
      const rejection = rejecting({ rejectReason: 'Duplicate', rejectNote: 'The same visit as WRM-0000000000' });
      await tell(api, task, rejection, {
        task: 'Allocation/Rejected',
        activities: ['Open/Open'],
        tells: [[requestor, 'RejectTaskNotify']],
      });

      api.step('Reallocate the task to another Work Supplier (Work Requestor): ReallocateTaskEvent');
      const allocation = { workSupplier: { id: second.id }, note: 'Area moved' };
      const reallocation = { by: requestor, type: 'ReallocateTaskEvent', says: { allocation } };
      await tell(api, task, reallocation, {
        task: 'Allocation/Sent',
        activities: ['Open/Open'],
        tells: [
          [first, 'ReallocateTaskNotify'],
          [second, 'CreateTaskNotify'],
        ],
      });
      await refused(api, get(first, `/tasks/${task.id}`), 404, 'WRM-404-02');

      api.step('A work request must be accepted before work can start (Work Supplier)');
      const status = { category: 'Active', state: 'OnSite', geoTag };
      const arrival = { by: second, type: 'UpdateTaskActivityStatusEvent', says: ofActivities(task, { status }) };
      await tellInVain(api, task, arrival, 409, 'WRM-409-05');
      const acceptance = { by: second, type: 'AcceptTaskEvent', says: { allocation: { supplierAccepted: true } } };
      await tell(api, task, acceptance, {
        task: 'InProgress',
        activities: ['Open/Accepted'],
        tells: [[requestor, 'AcceptTaskNotify']],
      });
      await tell(api, task, arrival, {
        task: 'InProgress',
        activities: ['Active/OnSite'],
        tells: [[requestor, 'UpdateTaskActivityStatusNotify']],
      });

      api.step('A work request can only be rejected if work has not started');
      const late = { ...rejection, by: second };
      await tellInVain(api, task, late, 409, 'WRM-409-03');
      await tellInVain(
        api,
        task,
        { ...reallocation, says: { allocation: { workSupplier: { id: first.id } } } },
        409,
        'WRM-409-06',
      );

      api.step('Close the activity as incomplete (Work Supplier): the task closes with it');
      const says = ofActivities(task, { status: { category: 'Closed', state: 'Incomplete', note: 'No access' } });
      await tell(
        api,
        task,
        { by: second, type: 'CloseTaskActivityEvent', says },
        {
          task: 'Closed/Incomplete',
          activities: ['Closed/Incomplete'],
          tells: [
            [requestor, 'CloseTaskActivityNotify', 'InProgress'],
            [requestor, 'CloseTaskNotify'],
            [second, 'CloseTaskNotify'],
          ],
        },
      );
      await toldAll(api, task, requestor);
      await toldAll(api, task, second);
    }),
};
