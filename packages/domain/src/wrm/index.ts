/**
 * The rules of the Work Request Manager, as pure functions and tables.
 *
 * ## What stands where
 *
 * | you look for                                            | it is in                                            |
 * | ------------------------------------------------------- | --------------------------------------------------- |
 * | a value list, and which may be extended                 | `enumerations`                                      |
 * | a response code, and its HTTP status                    | `response-codes` (`statusOf`)                       |
 * | the shape of a refusal; how rules throw                 | `faults` (`RequestRefused`, `refuseFaults`)         |
 * | how a body is read and every fault of its form told     | `shape/` (`read`), `attributes/` (the forms)        |
 * | the 23 events: poster, notify, form, special times      | `event-catalogue/`, one file per family             |
 * | reading a posted event                                  | `event-catalogue/read-event` (`readEvent`)          |
 * | the same body told again                                | `canonical-json`                                    |
 * | what an event makes of a task, whom it tells, history   | `events/` (`createTask`, `decide`)                  |
 * | the subscription and the link that an event names       | `posting-checks`                                    |
 * | when a supplier may post at all                         | `events/check-times`                                |
 * | what a party may post next                              | `events/allowed-events`                             |
 * | what is sent, and to whom                               | `events/notices`                                    |
 * | the life of a task, and its guards                      | `task` (`taskMachine`), `task-guards`               |
 * | the life of an activity, and its guards                 | `activity` (`activityMachine`), `activity-guards`   |
 * | what creation checks                                    | `task-rules`, `schedule-rules`                      |
 * | what has to be loaded before an event is decided        | `work-facts`, `NewTaskFacts` in `task-rules`        |
 * | who does the work when nobody is named                  | `allocation-rules`                                  |
 * | whose files they are; outcomes and infos merged         | `files`, `arrays`                                   |
 * | ids of tasks, activities and bookings                   | `references`                                        |
 * | the life of a booking, its expiry                       | `appointment`                                       |
 * | bodies of reserve, confirm and reschedule               | `appointment-shapes`                                |
 * | what reserve, confirm and reschedule check; the slot    | `appointment-rules`                                 |
 * | units taken, given back, overridden                     | `capacity`                                          |
 * | whether booking and activity agree                      | `drift`                                             |
 * | slots on New Zealand working days                       | `schedule-slots`                                    |
 * | the life of a subscription, its limits, its challenges  | `subscriber`, `webhook-url`                         |
 * | the states of a delivery (its engine is in @switchyard/webhooks) | `delivery`                              |
 * | the filters of lists                                    | `query-shapes`                                      |
 * | bodies of subscriptions, of administration, of sandbox  | `subscriber-shapes`, `admin-shapes`, `sandbox-shapes` |
 * | what the sandbox plays                                  | `trigger` (`triggers`, `scenarios`)                 |
 */
export * from './activity';
export * from './activity-guards';
export * from './admin-shapes';
export * from './allocation-rules';
export * from './appointment';
export * from './appointment-rules';
export * from './appointment-shapes';
export * from './arrays';
export * from './attributes';
export * from './canonical-json';
export * from './capacity';
export * from './date-time';
export * from './delivery';
export * from './drift';
export * from './enumerations';
export * from './event-catalogue';
export * from './events';
export * from './faults';
export * from './files';
export * from './party';
export * from './posting-checks';
export * from './query-shapes';
export * from './references';
export * from './response-codes';
export * from './sandbox-shapes';
export * from './schedule-rules';
export * from './schedule-slots';
export { read } from './shape';
export type { Form, Reading, Shape, TypeOf } from './shape';
export * from './subscriber';
export * from './subscriber-shapes';
export * from './task';
export * from './task-guards';
export * from './task-rules';
export * from './trigger';
export * from './webhook-url';
export * from './work-facts';
