import type { EarlierPermit, PermitApplication, WorkStatus } from '@switchyard/domain/street-manager';
import { momentOf, permitDeadline, permitReference, submitPermit } from '@switchyard/domain/street-manager';
import type { Happening } from '../history/record';
import type { Act } from '../shared/deps';
import { searchText } from '../shared/search';
import type { Designation } from '../streets/gazetteer';
import type { WorkRow } from '../works/row';
import { calculate } from './application';
import { hs2Application } from './hs2-application';
import type { PermitRow } from './row';

export interface Submission {
  designations: readonly Designation[];
  /** The permits that the work has already, in the order in which they were added. */
  earlier: readonly EarlierPermit[];
  /** What the work is once the permit is there. */
  workStatus: WorkStatus;
  /** The advance authorisation that this permit comes out of. */
  progressed?: { reference: string; deadline: Date | null } | null;
}

/** Transport for London, who has longer to answer for HS2 highway works. */
const TFL = '0020';

/** A permit that is about to be stored, with what that makes of its work and what there is to say of it. */
export interface NewPermit {
  permit: PermitRow;
  /** The work's columns that come to be what the permit says. */
  work: Partial<WorkRow>;
  happenings: readonly Happening[];
}

/** Works out the next permit of a work. Nothing is stored yet. */
export function newPermit(
  { now, calendar, config }: Pick<Act, 'now' | 'calendar' | 'config'>,
  work: WorkRow,
  request: PermitApplication,
  submission: Submission,
): NewPermit {
  const number = work.permit_count + 1;
  const reference = permitReference(work.reference, number);
  const setting = { calendar, at: now, promoter: work.promoter, roadCategory: work.road_category, ...submission };
  const calculated = calculate(request, setting);
  const { treatment, marks } = hs2Application(request, work.promoter);
  const { status, assessmentStatus, isStarted, events } = submitPermit(calculated.work_category, treatment);
  const deadline = permitDeadline(
    calendar,
    {
      submittedAt: now,
      category: calculated.work_category,
      authorityIsTfl: work.highway_authority === TFL,
      paaDeadline: submission.progressed?.deadline ?? null,
    },
    { offset: config.deadlineOffset },
  );
  const permit: PermitRow = {
    ...untouched,
    ...calculated,
    ...marks,
    reference,
    work_reference: work.reference,
    number,
    status,
    assessment_status: assessmentStatus,
    proposed_start_time: calculated.proposed_start_time ?? (isStarted ? now : null),
    actual_start_date: isStarted ? startOf(request, now) : null,
    deadline_date: deadline,
    date_created: now,
    date_modified: now,
    status_changed_date: now,
    excavation_carried_out: request.excavation!,
    is_covid_19_response: request.is_covid_19_response ?? false,
    progressed_from: submission.progressed?.reference ?? null,
    work_status: submission.workStatus,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
    road_category: work.road_category,
    search: searchText([work.reference, reference], work),
  };
  return {
    permit,
    work: {
      status: submission.workStatus,
      permit_count: number,
      active_permit: reference,
      location_description: request.works_location_description!,
      description_of_work: request.description_of_work!,
      start_date: permit.actual_start_date ?? permit.proposed_start_date,
      start_time: permit.actual_start_date ?? permit.proposed_start_time,
      end_date: permit.proposed_end_date,
      end_time: permit.proposed_end_time,
    },
    happenings: events.map((event, index) => ({ event, object: reference, automatic: index > 0 })),
  };
}

/** Immediate works began when they were proposed to; where that is not said or lies ahead, with their submission. */
function startOf({ proposed_start_date: date, proposed_start_time: time }: PermitApplication, now: Date): Date {
  const proposed = time ? momentOf(date, time) : undefined;
  return proposed && proposed <= now ? proposed : now;
}

/** A permit that nothing has happened to. */
const untouched = {
  is_active: true,
  status_before_stop: null,
  before_slide: null,
  actual_stop_date: null,
  assessment_discount: null,
  assessment_discount_reason: null,
  assessment_comments: null,
  reasons_for_refusal: null,
  pending_change_details: null,
  revoke_reason: null,
  is_deemed: false,
  is_duration_challenged: false,
  ever_modification_requested: false,
  final_reinstatement: false,
  lane_rental_outcome: null,
  lane_rental: null,
  hs2_acknowledged_at: null,
  section_81_reference: null,
  alteration_count: 0,
} as const;
