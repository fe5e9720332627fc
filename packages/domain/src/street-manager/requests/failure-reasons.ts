import type { Violation } from '../../kernel';
import type { FailureReason, InspectionOutcome, InspectionType } from '../enums';
import { failureReasonsOf, isFailed } from './inspection-table';
import { broken, isGiven, requireWhen } from './rules';

/** One reason for failing. Works name their sites by number, historic works in words. */
export interface FailureReasonDetails {
  failure_reason?: FailureReason | null;
  site_numbers?: readonly number[] | null;
  site_name?: string | null;
  details?: string | null;
}

/** What decides whether there are reasons to give, and the reasons. */
export interface WithFailureReasons {
  inspection_type?: InspectionType | null;
  inspection_outcome?: InspectionOutcome | null;
  failure_reason_details?: readonly FailureReasonDetails[] | null;
}

const FIELD = 'failure_reason_details';

/**
 * The published rules for the reasons why an inspection failed: there are some, they suit the type, and they name the
 * sites of the work where it has any. Pass null for the sites of historic works.
 */
export function checkFailureReasons(request: WithFailureReasons, siteNumbers: readonly number[] | null): Violation[] {
  const { inspection_type: type, inspection_outcome: outcome, failure_reason_details: reasons } = request;
  const asked = type && type !== 'section_81' && isFailed(outcome);
  return [
    ...requireWhen(Boolean(asked), request, [FIELD], `inspection_outcome is ${String(outcome)}`),
    ...(reasons ?? []).flatMap((reason: FailureReasonDetails | null | undefined, index) => {
      const at = `${FIELD}[${index}]`;
      return [
        ...checkReason(`${at}.failure_reason`, reason, type),
        ...(siteNumbers ? checkSites(`${at}.site_numbers`, reason, siteNumbers) : []),
      ];
    }),
  ];
}

function checkReason(
  field: string,
  reason: FailureReasonDetails | null | undefined,
  type: InspectionType | null | undefined,
): Violation[] {
  const given = reason?.failure_reason;
  if (!given || !type || failureReasonsOf(type).includes(given)) return [];
  return [broken(field, 'not_allowed', `must suit the inspection_type ${type}`, given)];
}

function checkSites(
  field: string,
  reason: FailureReasonDetails | null | undefined,
  siteNumbers: readonly number[],
): Violation[] {
  if (!reason) return [];
  const given = reason.site_numbers;
  if (!isGiven(given)) {
    return siteNumbers.length > 0
      ? [broken(field, 'required', 'is required when the work has a reinstatement', given)]
      : [];
  }
  return given.flatMap((site: number | null | undefined, index) =>
    site === null || site === undefined || siteNumbers.includes(site)
      ? []
      : [broken(`${field}[${index}]`, 'unknown_site', 'must be a site of the work', site)],
  );
}
