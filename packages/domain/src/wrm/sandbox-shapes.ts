import { newActivities, requestorSchedule, site } from './attributes';
import type { TypeOf } from './shape';
import { among, flag, list, number, object, oneOf, optional, required, text, withDefault } from './shape';
import type { ScenarioName } from './trigger';
import { scenarios } from './trigger';

const taskAlone = { taskId: required(text()) };
const noted = object({ ...taskAlone, note: optional(text({ maxLength: 5000 })) });

/** What a trigger may be told, by its name; what is not told the sandbox makes up. */
export const triggerShapes = {
  CreateTask: object({
    workType: withDefault(oneOf('workType'), 'FibreConnect'),
    externalReference: optional(text()),
    description: optional(text()),
    site: optional(site),
    activities: optional(newActivities),
  }),
  Reallocate: object({ ...taskAlone, workSupplierId: required(text()) }),
  PutOnHold: noted,
  Resume: noted,
  Cancel: noted,
  AddActivity: object({ ...taskAlone, activities: optional(newActivities) }),
  RequestCancelActivity: object({ ...taskAlone, activityId: required(text()) }),
  RescheduleByRequestor: object({
    ...taskAlone,
    activityId: required(text()),
    schedule: required(requestorSchedule),
  }),
} as const;

const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** Who plays what, and how many seconds of the service's clock apart. */
export const simulation = object({
  scenario: required(among(...scenarioNames)),
  stepSeconds: withDefault(number({ integer: true, min: 0, max: 86_400 }), 5),
});

/** What goes wrong with the deliveries of a subscription on purpose. */
export const faultInjection = object({
  delaySeconds: withDefault(number({ integer: true, min: 0, max: 3_600 }), 0),
  duplicate: withDefault(flag, false),
  reorder: withDefault(flag, false),
  drop: withDefault(flag, false),
  badSignature: withDefault(flag, false),
  notificationTypes: optional(list(text())),
});

export type Simulation = TypeOf<typeof simulation>;
export type FaultInjection = TypeOf<typeof faultInjection>;
