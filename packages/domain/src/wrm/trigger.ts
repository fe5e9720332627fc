import type { EventType } from './event-catalogue';

/** What the sandbox can make a requestor do, so that a supplier can test alone. */
export const triggers = {
  CreateTask: 'CreateTaskEvent',
  Reallocate: 'ReallocateTaskEvent',
  PutOnHold: 'PutOnHoldTaskEvent',
  Resume: 'ResumeTaskEvent',
  Cancel: 'CancelTaskEvent',
  AddActivity: 'AddTaskActivityEvent',
  RequestCancelActivity: 'RequestCancelTaskActivityEvent',
  RescheduleByRequestor: 'UpdateTaskActivityScheduleByWorkRequestorEvent',
} as const satisfies Record<string, EventType>;
export type TriggerName = keyof typeof triggers;

export const isTriggerName = (value: string): value is TriggerName => Object.hasOwn(triggers, value);

/** One thing that the simulated supplier does: an event, and what it says. */
export interface ScenarioStep {
  type: EventType;
  /** What the event says of the task, without ids. */
  task?: Readonly<Record<string, unknown>>;
  /** What it says of each open activity, without ids; times are offsets from the step in ISO 8601 durations. */
  activity?: Readonly<Record<string, unknown>>;
}

const onSite = { category: 'Active', state: 'OnSite', geoTag: { latitude: -36.8485, longitude: 174.7633 } };
const accept: ScenarioStep = { type: 'AcceptTaskEvent', task: { allocation: { supplierAccepted: true } } };
const assign: ScenarioStep = {
  type: 'UpdateTaskActivityWorkerEvent',
  activity: { worker: { name: 'Simulated worker', role: 'Worker' } },
};
const arrive: ScenarioStep = { type: 'UpdateTaskActivityStatusEvent', activity: { status: onSite } };
const finish: readonly ScenarioStep[] = [
  {
    type: 'UpdateTaskActivityStatusEvent',
    activity: { status: { category: 'Active', state: 'PracticalCompletion' } },
  },
  {
    type: 'UpdateTaskActivityOutcomesEvent',
    activity: { outcomes: [{ type: 'Simulation', key: 'result', value: 'done' }] },
  },
  { type: 'CloseTaskActivityEvent', activity: { status: { category: 'Closed', state: 'Completed' } } },
];
const schedule = (start: string, end: string, more: object = {}): ScenarioStep => ({
  type: 'UpdateTaskActivityScheduleByWorkSupplierEvent',
  activity: { schedule: { scheduledStart: start, scheduledEnd: end, ...more } },
});

/** What the simulated supplier can play, so that a requestor can test alone. */
export const scenarios = {
  happy: [accept, schedule('PT1H', 'PT5H'), assign, arrive, ...finish],
  'reject-duplicate': [
    {
      type: 'RejectTaskEvent',
      task: {
        allocation: {
          supplierAccepted: false,
          rejectReason: 'Duplicate',
          rejectNote: 'The same visit as WRM-0000000000',
        },
      },
    },
  ],
  incomplete: [
    accept,
    schedule('PT1H', 'PT5H'),
    assign,
    arrive,
    {
      type: 'CloseTaskActivityEvent',
      activity: { status: { category: 'Closed', state: 'Incomplete', note: 'No access to the site' } },
    },
  ],
  'reschedule-then-complete': [
    accept,
    schedule('PT1H', 'PT5H'),
    schedule('P1DT1H', 'P1DT5H', { rescheduleReason: 'CustomerRequested', nextActionOwner: 'Simulated supplier' }),
    assign,
    arrive,
    ...finish,
  ],
  silent: [],
} as const satisfies Record<string, readonly ScenarioStep[]>;
export type ScenarioName = keyof typeof scenarios;
