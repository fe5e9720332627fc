import { allows } from '../kernel';
import type { Activity, ActivityState, ActivityTrigger, ReportableState } from './activity';
import { activityMachine, activityStateOf, isClosed } from './activity';
import type { ValueOf } from './enumerations';
import type { CodedFault } from './faults';
import { fault } from './faults';
import type { ResponseCode } from './response-codes';

/** A closed activity takes nothing any more. */
export function checkNotClosed(activity: Activity, path: string): CodedFault[] {
  if (!isClosed(activity)) return [];
  return [refusedFrom('WRM-409-10', activity, path, 'cannot be changed any more')];
}

/** Whether a supplier may report this state now. */
export function checkReport(
  activity: Activity,
  state: `Open/${string}` | `Active/${string}`,
  path: string,
): CodedFault[] {
  const current = activityStateOf(activity);
  if (isClosed(activity)) return checkNotClosed(activity, path);
  if (isReportable(state) && allows(activityMachine, current, `report ${state}`)) return [];
  const code = afterCompletion.has(current) ? 'WRM-409-12' : 'WRM-409-11';
  return [refusedFrom(code, activity, `${path}.status`, `cannot become ${state}`)];
}

/** Whether a supplier may close the activity in this state now. */
export function checkClose(activity: Activity, state: ValueOf<'closedState'>, path: string): CodedFault[] {
  if (isClosed(activity)) return checkNotClosed(activity, path);
  const trigger: ActivityTrigger = `close ${state}`;
  if (allows(activityMachine, activityStateOf(activity), trigger) && guardOf[state](activity)) return [];
  const code = state === 'Cancelled' ? 'WRM-409-14' : 'WRM-409-13';
  return [refusedFrom(code, activity, `${path}.status`, `cannot become Closed/${state}`)];
}

/** What closing asks for beyond the state. */
const guardOf: Record<ValueOf<'closedState'>, (activity: Activity) => boolean> = {
  Completed: () => true,
  Incomplete: ({ hasBeenActive }) => hasBeenActive,
  Cancelled: (activity) =>
    activity.cancellationRequested ||
    (activity.status.category === 'Open' && !activity.hasBeenActive && activity.workSupplierAllowedToCancel),
};

/** After practical completion the activity can only be reviewed or closed. */
const afterCompletion: ReadonlySet<ActivityState> = new Set(['Active/PracticalCompletion', 'Active/InReview']);

const isReportable = (state: string): state is ReportableState => `report ${state}` in activityMachine.transitions;

const refusedFrom = (code: ResponseCode, activity: Activity, object: string, rule: string): CodedFault =>
  fault(code, object, 'state', ['state'], `The activity is ${activityStateOf(activity)} and ${rule}.`);
