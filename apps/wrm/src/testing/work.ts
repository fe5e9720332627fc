import { wrm as contract } from '@switchyard/contracts';
import { prepared } from '@switchyard/db';
import type { EventType } from '@switchyard/domain/wrm';
import type { TestReply } from '@switchyard/testing';
import type { TestApi, Who } from './wrm';
import { START, notificationId } from './wrm';

/** The demo's parties that take part in tasks. */
export type PartyWho = Exclude<Who, 'admin' | 'nobody'>;

/** A subscription of each of them, under which they post. */
export const subscriptions: Record<PartyWho, string> = { requestor: '122', 'supplier-a': '123', 'supplier-b': '124' };

export const partyOf: Record<PartyWho, string> = {
  requestor: 'NETCO',
  'supplier-a': 'FIELDWORKS',
  'supplier-b': 'LINEWORKS',
};

type Json = Record<string, unknown>;
const { examples } = contract.document.components as unknown as { examples: Record<string, { value: Json }> };

/** The contract's example of an event or a notification. */
export const exampleOf = (type: string): { task: Json } & Json => examples[type]!.value as { task: Json } & Json;

const subscribe = prepared(
  'test-subscribe',
  `insert into subscriber (id, party_id, status, webhook_url, normalised_url, created_at, updated_at)
   values ($1, $2, 'VerificationFailed', $3, $3, $4, $4)`,
);
const endpoint = prepared(
  'test-endpoint',
  `insert into webhook_endpoint (id, url, style, max_in_flight, secret, state, held_reason)
   values ($1, $2, 'wrm', 8, 'sealed', 'held', 'unverified')`,
);
const book = prepared(
  'test-book',
  `with slot as (
     update timeslot set held_units = held_units + 1 where id = (
       select id from timeslot where schedule_id = 'SCH-AKL-N-1' and available_units > 0 order by starts_at limit 1)
     returning id)
   insert into appointment (id, state, schedule_id, work_supplier_id, requestor_id, timeslot_id, holds_unit, work_type,
     area_type, location_id, location_id_type, campaign_id, reserved_by_party_id, expires_at, created_at, updated_at)
   select $1, 'Reserved', 'SCH-AKL-N-1', 'FIELDWORKS', 'NETCO', slot.id, true, 'FibreConnect', 'Urban', '300112233', 'TLC',
     'CMP-1', 'NETCO', $2::timestamptz + interval '30 minutes', $2, $2
   from slot`,
);

export interface NewTaskSaid extends Json {
  activities?: object[];
}

export interface MadeTask {
  id: string;
  /** Of its first activity. */
  activity: string;
}

/** What the parties of the demo do to each other's tasks, over HTTP. */
export interface Work {
  /** Posts an event of the party; `more` replaces members of its envelope. */
  post(who: PartyWho, type: EventType, task: object, more?: object, query?: string): Promise<TestReply>;
  /** Has a task made, for supplier-a unless it is said otherwise. */
  task(said?: NewTaskSaid): Promise<MadeTask>;
  /** The same, accepted by its supplier. */
  accepted(said?: NewTaskSaid): Promise<MadeTask>;
  /** Has the supplier report a state of the task's first activity. */
  report(task: MadeTask, category: string, state: string): Promise<TestReply>;
  /** Has the supplier close the task's first activity. */
  close(task: MadeTask, state: string): Promise<TestReply>;
  /** A reservation of the requestor with a unit of its slot. */
  booking(id: string): Promise<string>;
  /** The notifications for the party, of one task, oldest first. */
  inbox(who: PartyWho, taskId: string): Promise<Json[]>;
}

export const newActivity = (externalReference: string, schedule: object = {}): object => ({
  externalReference,
  activityType: 'Install',
  schedule: { siteVisitType: 'Install', latestEnd: '2026-02-20T04:00:00Z', ...schedule },
});

export const geoTag = { latitude: -36.7981, longitude: 174.7489 };

/** Gives each party of the demo a subscription, whose deliveries are kept and not sent. */
export function work(api: TestApi): Work {
  let made = 0;

  beforeAll(async () => {
    for (const [who, id] of Object.entries(subscriptions)) {
      const url = `https://${who}.example/wrm`;
      const partyId = partyOf[who as PartyWho];
      await api.db().reader().rows(endpoint, [id, url]);
      await api.db().reader().rows(subscribe, [id, partyId, url, START]);
    }
  });

  const post: Work['post'] = (who, type, task, more = {}, query = '') =>
    api.as(who).post(`/notifications${query}`, {
      notificationType: type,
      notificationId: notificationId(),
      notificationDateTime: '2026-02-03T00:01:00Z',
      ...(who !== 'requestor' && { linkedNotificationId: '9a0f3f0e-7c11-4a54-9e5b-0d9d3c6b0001' }),
      subscriberId: subscriptions[who],
      task,
      ...more,
    });

  const task: Work['task'] = async (said = {}) => {
    const { product: _product, activities: _activities, ...usual } = exampleOf('CreateTaskEvent').task;
    made += 1;
    const reply = await post('requestor', 'CreateTaskEvent', {
      ...usual,
      externalReference: `ORD-${made}`,
      activities: [newActivity('ACT-1')],
      ...said,
    });
    if (reply.status !== 200) throw new Error(`no task: ${JSON.stringify(reply.body)}`);
    const { id, activities } = reply.body.task as { id: string; activities: { id: string }[] };
    return { id, activity: activities[0]!.id };
  };

  const accepted: Work['accepted'] = async (said) => {
    const one = await task(said);
    await post('supplier-a', 'AcceptTaskEvent', { id: one.id, allocation: { supplierAccepted: true } });
    return one;
  };

  const report: Work['report'] = ({ id, activity }, category, state) =>
    post('supplier-a', 'UpdateTaskActivityStatusEvent', {
      id,
      activities: [{ id: activity, status: { category, state, ...(state === 'OnSite' && { geoTag }) } }],
    });

  const close: Work['close'] = ({ id, activity }, state) =>
    post('supplier-a', 'CloseTaskActivityEvent', {
      id,
      activities: [{ id: activity, status: { category: 'Closed', state } }],
    });

  const booking: Work['booking'] = async (id) => {
    await api.db().reader().rows(book, [id, START]);
    return id;
  };

  const inbox: Work['inbox'] = async (who, taskId) =>
    (await api.as(who).get(`/notifications?direction=outbound&taskId=${taskId}&limit=200`)).body.items;

  return { post, task, accepted, report, close, booking, inbox };
}
