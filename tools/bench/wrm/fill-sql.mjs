/**
 * Synthetic tasks as SQL, each accepted by its supplier and with one activity. Everything follows from a number: `$1` is
 * the first task's, `$2` the last one's.
 */
import { FIRST, subscriptions } from './tasks.mjs';

const id = `'WRM-' || (${FIRST} + i)`;
const orderId = `('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid`;
/** Uneven, as tasks come; all before today, so that what is reported is the latest. */
const at = `date_trunc('second', now()) - interval '400 days' + i % 500000 * interval '1 minute'`;
const wireTime = (moment) => `to_char((${moment}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`;
const plans = `(select i, ${id} as id, ${orderId} as ordered, ${at} as at, ${wireTime(at)} as told
  from generate_series($1::int, $2::int) i) plan`;

const details = JSON.stringify({
  taskType: 'Fulfil',
  workType: 'FibreConnect',
  description: 'New fibre connection',
  priority: 'Normal',
  status: { status: 'InProgress' },
  cancellationRequested: false,
  allocation: { workSupplier: { id: 'FIELDWORKS', name: 'Fieldworks Ltd' }, supplierAccepted: true },
  source: {
    sourceId: 'FC-55102',
    sourceType: 'FibreConnect',
    attributes: [{ key: 'dwellingType', value: 'SDU' }],
  },
  site: {
    address: {
      streetNumber: '12',
      street: 'Kauri Lane',
      suburb: 'Northcote',
      city: 'Auckland',
      postcode: '0627',
      country: 'NZ',
    },
    areaType: 'Urban',
    contacts: [{ name: 'Aroha Example', role: 'SiteContact', mobileNumber: '+64210000000' }],
    locations: [{ locationId: '300112233', locationIdType: 'TLC' }],
  },
  supplementaryReferences: [],
  assets: [],
  inventory: [],
  fileAttachments: [],
  additionalInfos: [],
  version: 2,
});

const accepted = `jsonb_build_object('category', 'Open', 'state', 'Accepted', 'dateTime', told)`;
const activityDetails = JSON.stringify({
  externalReference: 'ACT-1',
  activityType: 'Install',
  workSupplierAllowedToCancel: false,
  hasBeenActive: false,
  cancellationRequested: false,
  schedule: {
    siteVisitType: 'Install',
    latestEnd: '2035-02-20T04:00:00.000Z',
    chorusReschAllowed: true,
    appointmentRequired: false,
    allowAppointmentBroughtForward: false,
  },
  worker: null,
  outcomes: [],
  fileAttachments: [],
});

const taskDetails = `'${details}'::jsonb || jsonb_build_object('id', id, 'externalReference', 'BENCH-' || i,
  'createdDateTime', told, 'updatedDateTime', told, 'status', jsonb_build_object('status', 'InProgress', 'dateTime', told))`;

export const tasks = `
  insert into task (id, requestor_id, supplier_id, external_reference, task_type, work_type, status, details, version,
    created_at, updated_at)
  select id, 'NETCO', 'FIELDWORKS', 'BENCH-' || i, 'Fulfil', 'FibreConnect', 'InProgress', ${taskDetails}, 2, at, at
  from ${plans}`;

export const activities = `
  insert into activity (id, task_id, number, external_reference, category, state, details)
  select id || '-01', id, 1, 'ACT-1', 'Open', 'Accepted',
    '${activityDetails}'::jsonb || jsonb_build_object('id', id || '-01', 'status', ${accepted})
  from ${plans}`;

/** The order and its acceptance, each as it came and as the other party was told. */
export const notifications = `
  insert into notification (id, direction, party_id, type, linked_id, subscriber_id, task_id, task_sequence, at, body,
    fingerprint, result)
  select case n when 1 then ordered else gen_random_uuid() end, case when n % 2 = 1 then 'inbound' else 'outbound' end,
    party, type, case when n > 1 then ordered::text end, subscriber, id, case when n % 2 = 0 then 1 end, at,
    json_build_object('notificationType', type, 'task', json_build_object('id', id)),
    case when n % 2 = 1 then sha256(convert_to(id || n, 'UTF8')) end, case when n % 2 = 1 then '{}'::json end
  from ${plans}, (values
    (1, 'NETCO', 'CreateTaskEvent', '${subscriptions.NETCO}'),
    (2, 'FIELDWORKS', 'CreateTaskNotify', '${subscriptions.FIELDWORKS}'),
    (3, 'FIELDWORKS', 'AcceptTaskEvent', '${subscriptions.FIELDWORKS}'),
    (4, 'NETCO', 'AcceptTaskNotify', '${subscriptions.NETCO}')) happened (n, party, type, subscriber)
  order by i, n`;

export const history = `
  insert into task_history (task_id, sequence, notification_id, notification_type, party_id, at, changes)
  select id, n, ordered, type, party, at, '[]'
  from ${plans}, (values (1, 'CreateTaskEvent', 'NETCO'), (2, 'AcceptTaskEvent', 'FIELDWORKS')) happened (n, type, party)`;

/** Both parties have a webhook, which is not to be called: what is for it is kept. */
export const endpoints = `
  insert into webhook_endpoint (id, url, style, max_in_flight, secret, state, held_reason)
  select id, 'https://' || id || '.example/wrm', 'wrm', 8, 'sealed', 'held', 'suspended'
  from unnest($1::text[]) id on conflict do nothing`;
export const subscribers = `
  insert into subscriber (id, party_id, status, webhook_url, normalised_url, created_at, updated_at)
  select id, party, 'Suspended', 'https://' || id || '.example/wrm', 'https://' || id || '.example/wrm', now(), now()
  from unnest($1::text[], $2::text[]) given (id, party) on conflict do nothing`;

/** What reports have changed of the tasks `$1`, and added to them. */
export const undoing = [
  `delete from webhook_lane where key = any($1)`,
  `delete from task_history where task_id = any($1) and sequence > 2`,
  `delete from notification where task_id = any($1)
     and type in ('UpdateTaskActivityStatusEvent', 'UpdateTaskActivityStatusNotify')`,
  `update activity set state = 'Accepted', details = jsonb_set(activity.details, '{status}',
     jsonb_build_object('category', 'Open', 'state', 'Accepted', 'dateTime', task.details->'createdDateTime'))
   from task where task.id = task_id and task_id = any($1) and state <> 'Accepted'`,
  `update task set version = 2, updated_at = created_at,
     details = details || jsonb_build_object('version', 2, 'updatedDateTime', details->'createdDateTime')
   where id = any($1) and version <> 2`,
];
