import type { Api } from '../walkthrough';
import { bodyOf, type Shown } from './body';
import { type Event, eventCall, type LedTo, ledTo } from './events';
import { fulfil, type Party, type Work } from './demo';
import type { Subscribed } from './subscribe';

/** A task and its activities, by the ids that the service has made up, and the event that created it. */
export interface Task {
  id: string;
  activities: string[];
  requestor: Subscribed;
  createdBy: string;
}

/** The body of a task for a work supplier. References are new, so that it is nobody's duplicate. */
export function newTask(api: Api, supplier: Party, activities: object[], work: Work = fulfil): object {
  const reference = api.uuid().slice(0, 8);
  const { workType, areaType, location } = work;
  return {
    externalReference: `ORD-${reference}`,
    taskType: workType === 'FibreConnect' ? 'Fulfil' : 'Assure',
    workType,
    product: { instanceId: `PI-${reference}`, id: 'NGA-EVOLVE-2' },
    allocation: { workSupplier: { id: supplier.id } },
    source: { sourceType: 'Other', sourceId: reference },
    site: {
      address: { streetNumber: '12', street: 'Kauri Lane', suburb: 'Northcote', city: 'Auckland', postcode: '0627' },
      areaType,
      locations: [location],
      contacts: [{ name: 'Aroha Example', role: 'SiteContact', mobileNumber: '+64210000000' }],
    },
    activities,
  };
}

/** An installation; without a schedule there is time until the January after next. */
export const installation = (schedule: object = { latestEnd: inTwoYears() }): object => ({
  externalReference: 'ACT-1',
  activityType: 'Install',
  schedule: { siteVisitType: 'Install', ...schedule },
});

const inTwoYears = (): string => `${new Date().getUTCFullYear() + 2}-01-15T04:00:00Z`;

/** The work requestor creates a task: sent to the work supplier, its activities open. */
export async function createTask(
  api: Api,
  requestor: Subscribed,
  supplier: Subscribed,
  body: { activities?: object[] },
): Promise<Task> {
  const event: Event = { by: requestor, type: 'CreateTaskEvent', says: body };
  const { call, notificationId } = eventCall(api, event);
  const expected: LedTo = {
    task: 'Allocation/Sent',
    activities: (body.activities ?? []).map(() => 'Open/Open'),
    tells: [[supplier, 'CreateTaskNotify']],
  };
  const taskOf = (created: Shown): Task => {
    const { id, activities } = created['task'] as { id: string; activities: { id: string }[] };
    return { id, activities: activities.map((one) => one.id), requestor, createdBy: notificationId };
  };
  const reply = await api.send(call, {
    status: 200,
    leadsTo: (created) => ledTo(api, taskOf(bodyOf(created)), notificationId, expected),
  });
  return taskOf(bodyOf(reply));
}
