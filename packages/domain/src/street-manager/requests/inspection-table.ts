import { failureReasons } from '../enums';
import type { FailureReason, InspectionCategory, InspectionOutcome, InspectionType } from '../enums';

/** A kind of inspection, and what it can find. */
export interface InspectionRow {
  type: InspectionType;
  /** None for an inspection of apparatus under section 81. */
  categories: readonly InspectionCategory[];
  outcomes: readonly InspectionOutcome[];
}

const passedOrFailed = ['passed', 'failed_high', 'failed_low', 'unable_to_complete_inspection'] as const;

/** The published table of types, categories and outcomes. */
export const inspectionTable: readonly InspectionRow[] = [
  { type: 'live_site', categories: ['a', 'third_party', 'routine'], outcomes: passedOrFailed },
  {
    type: 'live_site',
    categories: ['site_occupancy'],
    outcomes: [
      'works_stopped_apparatus_remaining',
      'works_in_progress_no_carriageway_incursion',
      'works_in_progress',
      'works_stopped',
      'unable_to_complete_inspection',
    ],
  },
  {
    type: 'live_site',
    categories: ['conditions'],
    outcomes: ['passed', 'non_compliant_with_conditions', 'unable_to_complete_inspection'],
  },
  { type: 'reinstatement', categories: ['b', 'c', 'third_party', 'routine'], outcomes: passedOrFailed },
  { type: 'non_compliance_follow_up', categories: ['follow_up', 'follow_up_completion'], outcomes: passedOrFailed },
  {
    type: 'non_compliance_follow_up',
    categories: ['joint_site_visit'],
    outcomes: ['further_inspections_required', 'agreed_site_compliance', 'unable_to_complete_inspection'],
  },
  { type: 'section_81', categories: [], outcomes: passedOrFailed },
];

/** The categories that suit a type; none when the type has no categories. */
export function categoriesOf(type: InspectionType): InspectionCategory[] {
  return rowsOf(type).flatMap(({ categories }) => categories);
}

/** The outcomes that suit a type with this category; with one that does not suit, all that the type can have. */
export function outcomesOf(type: InspectionType, category: InspectionCategory | null | undefined): InspectionOutcome[] {
  const rows = rowsOf(type);
  const exact = rows.filter(({ categories }) => categories.some((known) => known === category));
  return [...new Set((exact.length > 0 ? exact : rows).flatMap(({ outcomes }) => outcomes))];
}

/** The reasons for failing that suit a type: a live site's, a reinstatement's, or either. */
export function failureReasonsOf(type: InspectionType): FailureReason[] {
  if (type !== 'live_site' && type !== 'reinstatement') return [...failureReasons];
  return failureReasons.filter((reason) => reason.startsWith(type));
}

export function isFailed(outcome: InspectionOutcome | null | undefined): boolean {
  return outcome === 'failed_low' || outcome === 'failed_high';
}

function rowsOf(type: InspectionType): InspectionRow[] {
  return inspectionTable.filter((row) => row.type === type);
}
