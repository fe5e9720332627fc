import type { FPNStatus, OffenceCode, PaymentMethod } from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** What the officer wrote, in the words of the wire. */
export interface StoredNotice {
  /** ISO 8601, as it was sent. */
  offence_date: string;
  offence_details: string;
  authorised_officer: string;
  officer_contact_details: string;
  officer_address: string;
  representations_contact: string;
  representations_contact_address: string;
  payment_methods: readonly PaymentMethod[];
  fpn_evidence: boolean;
}

export interface NoticeRow {
  reference: string;
  work_reference: string;
  number: number;
  permit_reference: string | null;
  status: FPNStatus;
  offence_code: OffenceCode;
  issue_date: Date;
  status_changed_date: Date;
  content: StoredNotice;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  search: string;
}

const columns = [
  'reference',
  'work_reference',
  'number',
  'permit_reference',
  'status',
  'offence_code',
  'issue_date',
  'status_changed_date',
  'content',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'search',
] as const satisfies readonly (keyof NoticeRow)[];

export const notices = table<NoticeRow>('fixed_penalty_notice', 'reference', columns);
