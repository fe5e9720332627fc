import type { Violation } from '../../kernel';
import type { ActivityActivityType, LocationType, TrafficManagementType } from '../enums';
import { checkPlace } from './place';
import { checkDates, momentOf, readDay, readInstant } from './dates';
import { broken, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';
import { checkWorkLocation } from './work-location';
import type { StreetDetails } from './work-location';

/** Something other than works that takes up the street, as its authority may change it. */
export interface ActivityUpdateRequest extends DelegatedUser {
  activity_name?: string | null;
  activity_activity_type?: ActivityActivityType | null;
  activity_type_details?: string | null;
  contact_name?: string | null;
  contact_details?: string | null;
  start_date?: string | null;
  start_time?: string | null;
  end_date?: string | null;
  end_time?: string | null;
  location_types?: readonly LocationType[] | null;
  activity_location_description?: string | null;
  traffic_management_type?: TrafficManagementType | null;
  collaborative_working?: boolean | null;
  additional_info?: string | null;
}

export interface ActivityRequest extends ActivityUpdateRequest, StreetDetails {
  activity_coordinates?: unknown;
}

export interface ActivityCancelRequest extends DelegatedUser {
  cancellation_reason?: string | null;
}

/** The published rules for a new activity. It may have begun already. */
export function checkActivity(request: ActivityRequest, context: RequestContext): Violation[] {
  return [
    ...checkWorkLocation({ usrn: request.usrn }),
    ...checkPlace('activity_coordinates', request.activity_coordinates),
    ...checkActivityUpdate(request, context),
  ];
}

/** The published rules for changing an activity. */
export function checkActivityUpdate(request: ActivityUpdateRequest, { now }: RequestContext): Violation[] {
  return [
    ...requireWhen(
      request.activity_activity_type === 'other',
      request,
      ['activity_type_details'],
      'activity_activity_type is other',
    ),
    ...checkDates(request, { start_date: 'any', start_time: 'any', end_date: 'any', end_time: 'any' }, now),
    ...checkPeriod(request),
  ];
}

/** It ends after it starts; without a time of day the days alone decide, so that one day is enough. */
function checkPeriod(request: ActivityUpdateRequest): Violation[] {
  const [first, last] = [readDay(request.start_date), readDay(request.end_date)];
  if (!first || !last) return [];
  if (last < first) return [broken('end_date', 'before_start', 'must be on or after start_date', request.end_date)];
  const start = momentOf(request.start_date, request.start_time);
  const end = readInstant(request.end_time) && momentOf(request.end_date, request.end_time);
  if (!start || !end || end > start) return [];
  return [broken('end_time', 'before_start', 'must be after the start date and time', request.end_time)];
}
