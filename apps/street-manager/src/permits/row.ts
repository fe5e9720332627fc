import type {
  Asd,
  AssessmentStatus,
  HS2HighwayExemption,
  PermitConditionRequest,
  PermitContent,
  PermitStatus,
  ReasonForRefusal,
  WorkCategory,
  WorkStatus,
  WorkType,
} from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** What the promoter applied for, in the words of the wire; what the rules work with has columns of its own. */
export interface StoredContent extends Omit<
  PermitContent,
  | 'permit_asds'
  | 'file_ids'
  | 'internal_user_identifier'
  | 'internal_user_name'
  | 'proposed_start_date'
  | 'proposed_start_time'
  | 'proposed_end_date'
  | 'proposed_end_time'
> {
  permit_conditions?: readonly PermitConditionRequest[] | null;
  hs2_highway_exemption?: HS2HighwayExemption | null;
}

/** The dates of a permit before a late start moved them, and after. ISO 8601 text. */
export interface StoredSlide {
  original: Record<string, string | null>;
  slid: Record<string, string | null>;
}

export interface PermitRow {
  reference: string;
  work_reference: string;
  number: number;
  is_active: boolean;
  status: PermitStatus;
  status_before_stop: PermitStatus | null;
  assessment_status: AssessmentStatus | null;
  work_category: WorkCategory;
  work_type: WorkType;
  content: StoredContent;
  asds: Asd[];
  not_selected_asds: Asd[];
  traffic_management_type: string;
  proposed_start_date: Date;
  proposed_start_time: Date | null;
  proposed_end_date: Date;
  proposed_end_time: Date | null;
  reasonable_period_end_date: Date;
  validity_period_end_date: Date;
  calendar_day_duration: number;
  working_day_duration: number;
  sliding_end_date_candidate: boolean;
  before_slide: StoredSlide | null;
  actual_start_date: Date | null;
  actual_stop_date: Date | null;
  deadline_date: Date;
  date_created: Date;
  date_modified: Date;
  status_changed_date: Date;
  assessment_discount: number | null;
  assessment_discount_reason: string | null;
  assessment_comments: string | null;
  reasons_for_refusal: ReasonForRefusal[] | null;
  pending_change_details: string | null;
  revoke_reason: string | null;
  is_deemed: boolean;
  is_early_start: boolean;
  is_duration_challenged: boolean;
  ever_modification_requested: boolean;
  is_traffic_sensitive: boolean;
  is_high_impact: boolean;
  is_lane_rental: boolean;
  excavation_carried_out: boolean;
  final_reinstatement: boolean;
  lane_rental_outcome: string | null;
  /** `charge_band`, `chargeable_days`, `charges_agreed`, `additional_details`. */
  lane_rental: Record<string, unknown> | null;
  hs2_in_act_limits: boolean | null;
  hs2_is_consultation: boolean | null;
  hs2_is_consent: boolean | null;
  hs2_acknowledged_at: Date | null;
  is_covid_19_response: boolean;
  hs2_additional_usrns: number[] | null;
  progressed_from: string | null;
  section_81_reference: string | null;
  alteration_count: number;
  work_status: WorkStatus;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  road_category: number;
  search: string;
}

const columns = [
  'reference',
  'work_reference',
  'number',
  'is_active',
  'status',
  'status_before_stop',
  'assessment_status',
  'work_category',
  'work_type',
  'content',
  'asds',
  'not_selected_asds',
  'traffic_management_type',
  'proposed_start_date',
  'proposed_start_time',
  'proposed_end_date',
  'proposed_end_time',
  'reasonable_period_end_date',
  'validity_period_end_date',
  'calendar_day_duration',
  'working_day_duration',
  'sliding_end_date_candidate',
  'before_slide',
  'actual_start_date',
  'actual_stop_date',
  'deadline_date',
  'date_created',
  'date_modified',
  'status_changed_date',
  'assessment_discount',
  'assessment_discount_reason',
  'assessment_comments',
  'reasons_for_refusal',
  'pending_change_details',
  'revoke_reason',
  'is_deemed',
  'is_early_start',
  'is_duration_challenged',
  'ever_modification_requested',
  'is_traffic_sensitive',
  'is_high_impact',
  'is_lane_rental',
  'excavation_carried_out',
  'final_reinstatement',
  'lane_rental_outcome',
  'lane_rental',
  'hs2_in_act_limits',
  'hs2_is_consultation',
  'hs2_is_consent',
  'hs2_acknowledged_at',
  'is_covid_19_response',
  'hs2_additional_usrns',
  'progressed_from',
  'section_81_reference',
  'alteration_count',
  'work_status',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'road_category',
  'search',
] as const satisfies readonly (keyof PermitRow)[];

export const permitTable = table<PermitRow>('permit', 'reference', columns);
