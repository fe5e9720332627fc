import type { SampleCategory, SampleInspectionState } from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** Numbers for the categories A, B and C, in this order. */
export type PerCategory = [a: number, b: number, c: number];

/** How many inspections an authority has agreed with a promoter. */
export interface SampleTargetRow {
  reference: string;
  highway_authority: string;
  promoter: string;
  is_active: boolean;
  agreed: PerCategory;
  /** The most samples that are issued at a time. */
  cap: PerCategory;
  /** The inspections that took place, as sampled or not. */
  actual: PerCategory;
  date_created: Date;
}

const targetColumns = [
  'reference',
  'highway_authority',
  'promoter',
  'is_active',
  'agreed',
  'cap',
  'actual',
  'date_created',
] as const satisfies readonly (keyof SampleTargetRow)[];

export const sampleTargets = table<SampleTargetRow>('sample_target', 'reference', targetColumns);

/** A work that was drawn to be inspected. */
export interface SampleInspectionRow {
  reference: string;
  work_reference: string;
  category: SampleCategory;
  status: SampleInspectionState;
  target_reference: string;
  /** The inspection that completed it. */
  inspection_reference: string | null;
  /** Midnight of the last day on which it is open. */
  expiry_date: Date;
  expires_at: Date;
  highway_authority: string;
  promoter: string;
  usrn: number;
  search: string;
}

const sampleColumns = [
  'reference',
  'work_reference',
  'category',
  'status',
  'target_reference',
  'inspection_reference',
  'expiry_date',
  'expires_at',
  'highway_authority',
  'promoter',
  'usrn',
  'search',
] as const satisfies readonly (keyof SampleInspectionRow)[];

export const sampleInspections = table<SampleInspectionRow>('sample_inspection', 'reference', sampleColumns);
