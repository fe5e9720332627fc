import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type {
  AlterationStatus,
  AlterationType,
  PermitContent,
  WorkCategory,
  WorkStatus,
} from '@switchyard/domain/street-manager';
import type { StoredContent } from '../permits/row';
import { table } from '../shared/table';

/** What a permit is to hold, in the words of the wire: its content with its dates and designations. */
export type AlteredContent = StoredContent & Pick<PermitContent, 'permit_asds' | ProposedDate>;

type ProposedDate = 'proposed_start_date' | 'proposed_start_time' | 'proposed_end_date' | 'proposed_end_time';

type ShownPermit = StreetManagerWorkComponents['schemas']['PermitResponse'];

export interface AlterationRow {
  reference: string;
  permit_reference: string;
  work_reference: string;
  number: number;
  type: AlterationType;
  status: AlterationStatus;
  is_pending: boolean;
  reason: string;
  /** The permit as it was shown before, and as it would be with the changes. */
  original: ShownPermit;
  proposed: ShownPermit;
  content: AlteredContent;
  work_category: WorkCategory;
  proposed_start_date: Date;
  proposed_start_time: Date | null;
  proposed_end_date: Date;
  proposed_end_time: Date | null;
  deadline_date: Date;
  assessment_discount: number | null;
  assessment_comments: string | null;
  reasonable_period_end_date: Date | null;
  date_created: Date;
  status_changed_date: Date;
  is_traffic_sensitive: boolean;
  is_high_impact: boolean;
  is_early_start: boolean;
  work_status: WorkStatus;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  search: string;
}

const columns = [
  'reference',
  'permit_reference',
  'work_reference',
  'number',
  'type',
  'status',
  'is_pending',
  'reason',
  'original',
  'proposed',
  'content',
  'work_category',
  'proposed_start_date',
  'proposed_start_time',
  'proposed_end_date',
  'proposed_end_time',
  'deadline_date',
  'assessment_discount',
  'assessment_comments',
  'reasonable_period_end_date',
  'date_created',
  'status_changed_date',
  'is_traffic_sensitive',
  'is_high_impact',
  'is_early_start',
  'work_status',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'search',
] as const satisfies readonly (keyof AlterationRow)[];

export const alterationTable = table<AlterationRow>('alteration', 'reference', columns);
