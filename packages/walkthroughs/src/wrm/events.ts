import type { Call } from '../client';
import type { Api } from '../walkthrough';
import { post, refused, shown } from './requests';
import type { Subscribed } from './subscribe';
import type { Task } from './task';

/** An event, as a party posts it. */
export interface Event {
  by: Subscribed;
  type: string;
  /** What it says of the task, whose id is added. */
  says?: object;
}

/** What an event leads to. */
export interface LedTo {
  /** Status and substate, where there is one: `Allocation/Sent`. */
  task: string;
  /** Category and state of each activity: `Open/Accepted`. */
  activities: readonly string[];
  tells: readonly Told[];
}

/** Whose webhook receives what, and the task's status in it, where that is not the one that the task has in the end. */
export type Told = readonly [to: Subscribed, type: string, status?: string];

interface Status {
  status: string;
  substate?: string;
}

interface ShownTask {
  status: Status;
  activities: { id: string; status: { category: string; state: string } }[];
}

/** The call that posts an event; the work supplier's are linked to the event that created the task. */
export function eventCall(
  api: Api,
  { by, type, says }: Event,
  task?: Pick<Task, 'id' | 'createdBy' | 'requestor'>,
): { call: Call; notificationId: string } {
  const notificationId = api.uuid();
  const envelope = {
    notificationType: type,
    notificationId,
    notificationDateTime: new Date().toISOString(),
    ...(task && by.id !== task.requestor.id && { linkedNotificationId: task.createdBy }),
    subscriberId: by.subscriberId,
  };
  const call = post(by, '/notifications', { ...envelope, task: { ...(task && { id: task.id }), ...says } });
  return { call, notificationId };
}

/** Posts an event of the task, and checks what it led to. Gives the call, for whoever wants to repeat it. */
export async function tell(api: Api, task: Task, event: Event, expected: LedTo): Promise<Call> {
  const { call, notificationId } = eventCall(api, event, task);
  await api.send(call, { status: 200, leadsTo: () => ledTo(api, task, notificationId, expected) });
  return call;
}

/** Posts an event of the task, which is refused. */
export async function tellInVain(api: Api, task: Task, event: Event, status: number, code: string): Promise<object> {
  return refused(api, eventCall(api, event, task).call, status, code);
}

/** Says the same of every activity of the task, or of one. */
export const ofActivities = (task: Task, said: object, only?: string): object => ({
  activities: task.activities.filter((id) => !only || id === only).map((id) => ({ id, ...said })),
});

/** Reads the task back and waits for who is told of the event. Gives both in few words. */
export async function ledTo(
  api: Api,
  task: Task,
  eventId: string,
  { task: status, activities, tells }: LedTo,
): Promise<string> {
  const record = (await shown(api, task.requestor, `/tasks/${task.id}`)) as unknown as ShownTask;
  const states = record.activities.map((activity) => `${activity.status.category}/${activity.status.state}`);
  api.holds('status of the task', statusOf(record.status), status);
  api.holds('states of the activities', states, activities);
  const told: string[] = [];
  for (const [party, type, then = status] of tells) {
    told.push(await isTold(api, party, { task, eventId, type, status: then }));
  }
  return [`task ${status}, activities ${activities.join(', ')}`, ...told].join('; ');
}

/** Status and substate as the page prints them. */
const statusOf = ({ status, substate }: Status): string => (substate ? `${status}/${substate}` : status);

async function isTold(
  api: Api,
  party: Subscribed,
  { task, eventId, type, status }: { task: Task; eventId: string; type: string; status: string },
): Promise<string> {
  const notification = await party.webhook.next(task.id);
  api.holds(`notification of ${party.id}`, notification.notificationType, type);
  api.holds(`link of ${type}`, notification.linkedNotificationId, eventId);
  api.holds(`subscriber of ${type}`, notification.subscriberId, party.subscriberId);
  api.holds(`status in ${type}`, notification.task && statusOf(notification.task.status), status);
  return `${party.id} receives ${type}`;
}

/** Checks that a party's webhook has received all that is for it, no more, in its order, and nothing with a false signature. */
export async function toldAll(api: Api, task: Task, party: Subscribed): Promise<void> {
  const path = `/notifications?direction=outbound&taskId=${task.id}&limit=200`;
  const { items } = (await shown(api, party, path)) as { items: { notificationId: string }[] };
  const received = party.webhook.received.filter((notification) => notification.task?.id === task.id);
  const idsOf = (all: readonly { notificationId: string }[]): string[] => all.map((each) => each.notificationId);
  api.holds(`notifications that ${party.id} received`, idsOf(received), idsOf(items));
  api.holds(`false signatures at ${party.id}`, party.webhook.forged, 0);
}
