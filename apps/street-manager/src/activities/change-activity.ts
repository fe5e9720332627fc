import { AccessRestricted, activityReference, changeActivity } from '@switchyard/domain/street-manager';
import type { ActivityRequest, ActivityUpdateRequest, HistoryEvent } from '@switchyard/domain/street-manager';
import { recordEvents, recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { streetOfRequest } from '../streets/street-of-request';
import type { ActivityContent, ActivityRow } from './repository';
import { activityTable, lockActivity, nextActivityNumber } from './repository';

/** Records an activity of the caller's authority. */
export async function createActivity(
  act: Act,
  request: ActivityRequest,
): Promise<{ activity_reference_number: string }> {
  const { tx, caller, now } = act;
  const { street_name, town, area_name, road_category } = await streetOfRequest(tx, request);
  const reference = activityReference(caller.organisation, await nextActivityNumber(tx, caller.organisation));
  activityTable.insert(tx, {
    reference,
    highway_authority: caller.organisation,
    usrn: request.usrn!,
    content: { ...contentOf(request), street_name, town, area_name, road_category },
    start_date: new Date(request.start_date!),
    end_date: new Date(request.end_date!),
    cancelled: false,
    cancelled_reason: null,
    date_created: now,
  });
  recordHistory(act, null, [{ event: 'activity_submitted', object: reference }]);
  return { activity_reference_number: reference };
}

/** Replaces what is said of an activity; its street and place stay. Throws NotFound, AccessRestricted, PreconditionFailed. */
export async function updateActivity(act: Act, named: string, request: ActivityUpdateRequest): Promise<void> {
  const activity = await ownActivity(act, named);
  const { events } = changeActivity(stateOf(activity), 'edit');
  const { usrn, street_name, town, area_name, road_category, activity_coordinates } = activity.content;
  const place = { usrn, street_name, town, area_name, road_category, activity_coordinates };
  activityTable.change(act.tx, activity.reference, {
    content: { ...contentOf(request), ...place },
    start_date: new Date(request.start_date!),
    end_date: new Date(request.end_date!),
  });
  record(act, activity, events);
}

/** Calls an activity off. Throws NotFound, AccessRestricted, PreconditionFailed. */
export async function cancelActivity(act: Act, named: string, reason: string | null | undefined): Promise<void> {
  const activity = await ownActivity(act, named);
  const { events } = changeActivity(stateOf(activity), 'cancel');
  activityTable.change(act.tx, activity.reference, { cancelled: true, cancelled_reason: reason ?? null });
  record(act, activity, events, reason);
}

async function ownActivity({ tx, caller }: Act, named: string): Promise<ActivityRow> {
  const activity = await lockActivity(tx, named);
  if (activity.highway_authority !== caller.organisation)
    throw new AccessRestricted('the activity is of another authority');
  return activity;
}

const stateOf = ({ cancelled }: ActivityRow) => (cancelled ? 'cancelled' : 'active');

const record = (act: Act, { reference }: ActivityRow, events: readonly HistoryEvent[], details?: string | null): void =>
  recordEvents(act, null, events, { object: reference, details });

function contentOf(request: ActivityRequest): ActivityContent {
  const { internal_user_identifier: _identifier, internal_user_name: _name, ...content } = request;
  return content;
}
