import type { Violation } from '../../kernel';
import type { DefectFixedOnSite, InspectionCategory, InspectionWithdrawalReason } from '../enums';
import { checkDates } from './dates';
import { checkEvidence } from './evidence';
import type { WithFiles } from './evidence';
import { checkFailureReasons } from './failure-reasons';
import type { WithFailureReasons } from './failure-reasons';
import { checkCategoryOf } from './inspection-category';
import { categoriesOf, isFailed, outcomesOf } from './inspection-table';
import { checkReinspection } from './reinspection';
import type { ReinspectionRequest } from './reinspection';
import { allowOnly, requireMembers, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';

export interface InspectionRequest extends DelegatedUser, WithFiles, WithFailureReasons, ReinspectionRequest {
  inspection_category?: InspectionCategory | null;
  inspection_start_date?: string | null;
  /** The user who inspected, not the one who calls. */
  username?: string | null;
  inspector_name?: string | null;
  inspection_outcome_details?: string | null;
  was_call_logged?: boolean | null;
  call_logged_to?: string | null;
  call_logged_reference?: string | null;
  call_logged_summary?: string | null;
  defect_fixed_on_site?: DefectFixedOnSite | null;
  made_safe_by_ha?: boolean | null;
  additional_comments?: string | null;
  inspection_evidence?: boolean | null;
}

export interface InspectionContext extends RequestContext {
  /** The sites of the work; null for historic works, which name none by number. */
  siteNumbers: readonly number[] | null;
}

export interface InspectionWithdrawalRequest extends DelegatedUser {
  reason_for_withdrawal?: InspectionWithdrawalReason | null;
  withdrawal_details?: string | null;
}

/** The published rules for recording an inspection. */
export function checkInspection(request: InspectionRequest, context: InspectionContext): Violation[] {
  return [
    ...checkCategory(request),
    ...checkOutcome(request),
    ...checkDates(request, { inspection_start_date: 'past' }, context.now),
    ...checkFailureReasons(request, context.siteNumbers),
    ...checkOutcomeDetails(request),
    ...checkCall(request),
    ...requireWhen(
      request.inspection_type === 'section_81' && isFailed(request.inspection_outcome),
      request,
      ['made_safe_by_ha'],
      'a section_81 inspection failed',
    ),
    ...checkEvidence(request, 'inspection_evidence'),
    ...checkReinspection(request, context.now),
  ];
}

function checkCategory({ inspection_type: type, inspection_category: category }: InspectionRequest): Violation[] {
  if (!type) return [];
  return [
    ...requireWhen(
      categoriesOf(type).length > 0,
      { inspection_category: category },
      ['inspection_category'],
      `inspection_type is ${type}`,
    ),
    ...checkCategoryOf(type, category, 'inspection_category'),
  ];
}

function checkOutcome(request: InspectionRequest): Violation[] {
  if (!request.inspection_type) return [];
  const suitable = outcomesOf(request.inspection_type, request.inspection_category);
  return allowOnly('inspection_outcome', request.inspection_outcome, suitable);
}

function checkOutcomeDetails(request: InspectionRequest): Violation[] {
  const outcome = request.inspection_outcome;
  const asked = outcome === 'unable_to_complete_inspection' || outcome === 'non_compliant_with_conditions';
  return requireWhen(asked, request, ['inspection_outcome_details'], `inspection_outcome is ${String(outcome)}`);
}

function checkCall(request: InspectionRequest): Violation[] {
  const dangerous = request.inspection_type === 'live_site' && request.inspection_outcome === 'failed_high';
  return [
    ...requireWhen(dangerous, request, ['was_call_logged', 'defect_fixed_on_site'], 'a live_site has failed_high'),
    ...(request.was_call_logged === true
      ? requireMembers(
          request,
          ['call_logged_to', 'call_logged_reference', 'call_logged_summary'],
          'was_call_logged is true',
        )
      : []),
  ];
}
