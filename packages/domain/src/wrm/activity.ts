import type { StateMachine, Transition } from '../kernel';
import type {
  FileAttachment,
  GeoTag,
  NewSchedule,
  Outcome,
  RequestorSchedule,
  SupplierSchedule,
  Worker,
} from './attributes';
import type { DateTime } from './date-time';
import type { ValueOf } from './enumerations';
import { enumerations } from './enumerations';

export interface ActivityStatus {
  category: ValueOf<'activityCategory'>;
  state: ValueOf<'openState'> | ValueOf<'activeState'> | ValueOf<'closedState'>;
  note?: string;
  workSupplierDate?: DateTime;
  geoTag?: GeoTag;
  dateTime: DateTime;
}

/** As it was made, and as its parties have changed it; a time that was cleared is null. */
export type Schedule = Omit<NewSchedule, keyof RequestorSchedule> &
  Omit<RequestorSchedule, keyof NewScheduleFlags> &
  Omit<SupplierSchedule, keyof NewScheduleFlags> &
  NewScheduleFlags;

/** Always set, by default or by choice. */
type NewScheduleFlags = Pick<NewSchedule, 'allowAppointmentBroughtForward' | 'appointmentRequired'>;

/** A piece of the work of a task. */
export interface Activity {
  id: string;
  externalReference: string;
  activityType: string;
  workSupplierAllowedToCancel: boolean;
  note?: string;
  status: ActivityStatus;
  hasBeenActive: boolean;
  cancellationRequested: boolean;
  schedule: Schedule;
  worker: Worker | null;
  outcomes: readonly Outcome[];
  fileAttachments: readonly FileAttachment[];
}

type OpenState = `Open/${ValueOf<'openState'>}`;
type ActiveState = `Active/${ValueOf<'activeState'>}`;
type ClosedState = `Closed/${ValueOf<'closedState'>}`;
export type ActivityState = OpenState | ActiveState | ClosedState;

const openStates = enumerations.openState.map((state): OpenState => `Open/${state}`);
const activeStates = enumerations.activeState.map((state): ActiveState => `Active/${state}`);
const closedStates = enumerations.closedState.map((state): ClosedState => `Closed/${state}`);
export const activityStates: readonly ActivityState[] = [...openStates, ...activeStates, ...closedStates];

/** Every state that a supplier can report; `Open/Open` is none of them. */
export type ReportableState = Exclude<OpenState, 'Open/Open'> | ActiveState;
export type ActivityTrigger =
  | 'accept'
  | 'schedule'
  | 'unschedule'
  | 'assign'
  | 'restart'
  | 'cancelWithTask'
  | `report ${ReportableState}`
  | `close ${ValueOf<'closedState'>}`;

const underWay = ['Active/OnSite', 'Active/InProgress', 'Active/Paused'] as const;
const notEnRoute = openStates.filter((state) => state !== 'Open/EnRoute');
const reported = (to: ReportableState, ...from: readonly ActivityState[]): Transition<ActivityState> => ({ from, to });

/** The life of an activity. What the state alone does not decide stands in `activity-guards`. */
// prettier-ignore
export const activityMachine: StateMachine<ActivityState, ActivityTrigger> = {
  name: 'activity',
  initial: 'Open/Open',
  states: activityStates,
  transitions: {
    accept:         { from: ['Open/Open'],                         to: 'Open/Accepted' },
    schedule:       { from: notEnRoute,                            to: 'Open/Scheduled' },
    unschedule:     { from: ['Open/Scheduled', 'Open/Assigned'],   to: 'Open/Accepted' },
    assign:         { from: notEnRoute,                            to: 'Open/Assigned' },
    restart:        { from: openStates,                            to: 'Open/Open' },
    cancelWithTask: { from: openStates,                            to: 'Closed/Cancelled' },

    'report Open/Accepted':              reported('Open/Accepted',              ...openStates, ...underWay),
    'report Open/Scheduled':             reported('Open/Scheduled',             ...openStates, ...underWay),
    'report Open/Assigned':              reported('Open/Assigned',              ...openStates, ...underWay),
    'report Open/EnRoute':               reported('Open/EnRoute',               ...openStates, ...underWay),
    'report Open/Delayed':               reported('Open/Delayed',               ...openStates, ...underWay),
    'report Active/OnSite':              reported('Active/OnSite',              ...openStates, ...underWay),
    'report Active/InProgress':          reported('Active/InProgress',          ...openStates, ...underWay),
    'report Active/Paused':              reported('Active/Paused',              ...openStates, ...underWay),
    'report Active/PracticalCompletion': reported('Active/PracticalCompletion', ...underWay, 'Active/PracticalCompletion'),
    'report Active/InReview':            reported('Active/InReview',            'Active/PracticalCompletion', 'Active/InReview'),

    'close Completed':  { from: ['Active/PracticalCompletion', 'Active/InReview'],  to: 'Closed/Completed' },
    'close Incomplete': { from: [...openStates, ...underWay, 'Active/InReview'],    to: 'Closed/Incomplete' },
    'close Cancelled':  { from: [...openStates, ...activeStates],                   to: 'Closed/Cancelled' },
  },
};

export const activityStateOf = ({ status: { category, state } }: Pick<Activity, 'status'>): ActivityState =>
  `${category}/${state}` as ActivityState;

export const isClosed = ({ status }: Pick<Activity, 'status'>): boolean => status.category === 'Closed';

/** The same activity in another state; whatever else the report said goes with it. */
export function movedTo(
  activity: Activity,
  state: ActivityState,
  now: DateTime,
  said: Partial<ActivityStatus> = {},
): Activity {
  const [category, name] = state.split('/') as [ActivityStatus['category'], ActivityStatus['state']];
  return {
    ...activity,
    status: { ...said, category, state: name, dateTime: now },
    hasBeenActive: activity.hasBeenActive || category === 'Active',
  };
}
