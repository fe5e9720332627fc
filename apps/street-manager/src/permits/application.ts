import type {
  Asd,
  CalculatedTiming,
  EarlierPermit,
  PermitApplication,
  PermitContent,
  WorkType,
} from '@switchyard/domain/street-manager';
import {
  calculateTiming,
  dateTimeOf,
  highImpactTrafficManagementTypes,
  isLaneRental,
  isSlidingEndDateCandidate,
  isTrafficSensitive,
  isHs2,
  selectAsds,
} from '@switchyard/domain/street-manager';
import type { WorkingCalendar } from '@switchyard/domain';
import { instant, londonDay } from '../shared/london';
import type { Designation } from '../streets/gazetteer';
import { asdOfRequest, asdOfStreet } from './asds';
import type { PermitRow } from './row';
import { storedContent } from './stored-content';

/** What an application is worked out from, beside itself. */
export interface ApplicationSetting {
  calendar: WorkingCalendar;
  /** When it is made. */
  at: Date;
  promoter: string;
  roadCategory: number;
  designations: readonly Designation[];
  /** The permits that the work has already. */
  earlier: readonly EarlierPermit[];
}

type Calculated = Pick<
  PermitRow,
  | 'work_category'
  | 'work_type'
  | 'content'
  | 'asds'
  | 'not_selected_asds'
  | 'traffic_management_type'
  | 'proposed_start_date'
  | 'proposed_start_time'
  | 'proposed_end_date'
  | 'proposed_end_time'
  | 'reasonable_period_end_date'
  | 'validity_period_end_date'
  | 'calendar_day_duration'
  | 'working_day_duration'
  | 'sliding_end_date_candidate'
  | 'is_early_start'
  | 'is_traffic_sensitive'
  | 'is_high_impact'
  | 'is_lane_rental'
>;

/** The timing of an application: its category, durations, validity period, and whether it starts early. */
export function timingOf(
  request: PermitContent,
  { calendar, at, earlier }: Pick<ApplicationSetting, 'calendar' | 'at' | 'earlier'>,
): CalculatedTiming {
  return calculateTiming(calendar, {
    workType: request.work_type as WorkType,
    immediateRisk: request.immediate_risk ?? false,
    isTtroRequired: request.is_ttro_required ?? false,
    proposedStart: londonDay(new Date(request.proposed_start_date!)),
    proposedEnd: londonDay(new Date(request.proposed_end_date!)),
    at,
    earlier,
  });
}

/** What surrounds the content of a permit, new or altered, in working out what follows from it. */
export interface Surroundings {
  promoter: string;
  roadCategory: number;
  /** The designations that the street has, as they stood when the permit was submitted. */
  street: readonly Asd[];
}

/** Everything about a new permit that follows from what the promoter sent. */
export function calculate(request: PermitApplication, setting: ApplicationSetting): Calculated {
  const street = setting.designations.map(asdOfStreet);
  return {
    ...calculateWith(request, timingOf(request, setting), { ...setting, street }),
    is_lane_rental: isLaneRental(street),
  };
}

/** What follows from the content of a permit and its timing, when it is new and whenever it is altered. */
export function calculateWith(
  request: PermitApplication,
  timing: CalculatedTiming,
  { promoter, roadCategory, street }: Surroundings,
): Omit<Calculated, 'is_lane_rental'> {
  const sent = (request.permit_asds ?? []).map(asdOfRequest);
  const { selected, notSelected } = selectAsds(sent, street);
  const endDate = new Date(request.proposed_end_date!);
  return {
    work_category: timing.category,
    work_type: request.work_type!,
    content: storedContent(request, promoter),
    asds: selected,
    not_selected_asds: notSelected,
    traffic_management_type: request.traffic_management_type!,
    proposed_start_date: new Date(request.proposed_start_date!),
    proposed_start_time: instant(request.proposed_start_time),
    proposed_end_date: endDate,
    proposed_end_time: instant(request.proposed_end_time),
    reasonable_period_end_date: endDate,
    validity_period_end_date: dateTimeOf(timing.validityPeriodEnd),
    calendar_day_duration: timing.duration.calendarDays,
    working_day_duration: timing.duration.workingDays,
    sliding_end_date_candidate: isSlidingEndDateCandidate({
      category: timing.category,
      roadCategory,
      selectedAsds: selected.map(({ code }) => code),
      promoterIsHs2: isHs2(promoter),
    }),
    is_early_start: timing.isEarlyStart,
    is_traffic_sensitive: isTrafficSensitive(selected),
    is_high_impact: highImpactTrafficManagementTypes.some((type) => type === request.traffic_management_type),
  };
}
