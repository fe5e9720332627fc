import type {
  DefectFixedOnSite,
  FailureReasonDetails,
  InspectionCategory,
  InspectionOutcome,
  InspectionType,
  InspectionWithdrawalReason,
  RecordedInspectionStatus,
} from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** What the inspector wrote, in the words of the wire; what lists and rules work with has columns of its own. */
export interface StoredInspection {
  username: string;
  inspector_name?: string;
  failure_reason_details?: readonly FailureReasonDetails[];
  inspection_outcome_details?: string;
  was_call_logged?: boolean;
  call_logged_to?: string;
  call_logged_reference?: string;
  call_logged_summary?: string;
  defect_fixed_on_site?: DefectFixedOnSite;
  additional_comments?: string;
  inspection_evidence: boolean;
  /** ISO 8601, as it was sent. */
  reinspection_date?: string;
  reinspection_date_time?: string;
}

/** An inspection that took place. */
export interface InspectionRow {
  reference: string;
  work_reference: string;
  number: number;
  type: InspectionType;
  category: InspectionCategory | null;
  outcome: InspectionOutcome;
  status: RecordedInspectionStatus;
  start_date: Date;
  content: StoredInspection;
  made_safe_by_ha: boolean | null;
  withdrawal_reason: InspectionWithdrawalReason | null;
  withdrawal_details: string | null;
  target_reference: string | null;
  date_created: Date;
  date_modified: Date;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  search: string;
}

const inspectionColumns = [
  'reference',
  'work_reference',
  'number',
  'type',
  'category',
  'outcome',
  'status',
  'start_date',
  'content',
  'made_safe_by_ha',
  'withdrawal_reason',
  'withdrawal_details',
  'target_reference',
  'date_created',
  'date_modified',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'search',
] as const satisfies readonly (keyof InspectionRow)[];

export const inspections = table<InspectionRow>('inspection', 'reference', inspectionColumns);

/** The one inspection to come that a work can have. */
export interface ScheduledInspectionRow {
  work_reference: string;
  type: InspectionType;
  category: InspectionCategory | null;
  date: Date;
  date_time: Date | null;
  date_created: Date;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  search: string;
}

const scheduledColumns = [
  'work_reference',
  'type',
  'category',
  'date',
  'date_time',
  'date_created',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'search',
] as const satisfies readonly (keyof ScheduledInspectionRow)[];

export const scheduledInspections = table<ScheduledInspectionRow>(
  'scheduled_inspection',
  'work_reference',
  scheduledColumns,
);
