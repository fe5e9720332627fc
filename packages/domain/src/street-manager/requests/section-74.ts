import type { Violation } from '../../kernel';
import type { LocationType, OverrunWarningReason, Section74HAStatus } from '../enums';
import { checkDates } from './dates';
import { checkEvidence } from './evidence';
import type { WithFiles } from './evidence';
import type { PermitsContext } from './fpn';
import { checkPermitOfWork } from './permit-of-work';
import { checkReinspectionDate } from './reinspection';
import type { ReinspectionRequest } from './reinspection';
import { broken, hasDecimals, requireMembers, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';

/** A warning that works overrun. */
export interface Section74Request
  extends DelegatedUser, WithFiles, Pick<ReinspectionRequest, 'reinspection_date' | 'reinspection_date_time'> {
  permit_reference_number?: string | null;
  location_description?: string | null;
  location_types?: readonly LocationType[] | null;
  inspection_date?: string | null;
  overrun_warning_reasons?: readonly OverrunWarningReason[] | null;
  overrun_warning_details?: string | null;
  officer_name?: string | null;
  officer_contact_details?: string | null;
  schedule_follow_up_inspection?: boolean | null;
  section_74_evidence?: boolean | null;
}

/** What the authority does about a warning next. */
export interface Section74StatusRequest extends DelegatedUser {
  status?: Section74HAStatus | null;
  site_cleared_date?: string | null;
  additional_details?: string | null;
  number_of_days_overrun?: number | null;
  /** Pounds. */
  draft_invoice_amount?: number | null;
  draft_invoice_reference?: string | null;
  /** Pounds. */
  final_agreed_amount?: number | null;
  invoice_reference?: string | null;
  reason_for_dispute?: string | null;
}

const PENCE = 2;

/** The members that each status asks for. */
const askedBy: Readonly<Record<Section74HAStatus, readonly (keyof Section74StatusRequest & string)[]>> = {
  warning_issued: [],
  charges_ended: ['site_cleared_date'],
  warning_disputed: ['reason_for_dispute'],
  withdrawn: ['additional_details'],
  draft_invoice_issued: ['number_of_days_overrun', 'draft_invoice_amount'],
  resolved: ['number_of_days_overrun', 'final_agreed_amount'],
};

/** The published rules for warning of an overrun. */
export function checkSection74(request: Section74Request, { now, permitReferences }: PermitsContext): Violation[] {
  const { schedule_follow_up_inspection: scheduling, reinspection_date_time: timed } = request;
  return [
    ...checkPermitOfWork(request.permit_reference_number, permitReferences),
    ...checkDates(request, { inspection_date: 'today_or_past' }, now),
    ...requireWhen(
      scheduling === true && typeof timed !== 'string',
      request,
      ['reinspection_date'],
      'schedule_follow_up_inspection is true',
    ),
    ...checkReinspectionDate(request, now),
    ...checkEvidence(request, 'section_74_evidence'),
  ];
}

/** The published rules for the authority's next step. */
export function checkSection74Status(request: Section74StatusRequest, { now }: RequestContext): Violation[] {
  const { status } = request;
  return [
    ...(status ? requireMembers(request, askedBy[status], `status is ${status}`) : []),
    ...checkDates(request, { site_cleared_date: 'today_or_past' }, now),
    ...checkAmount('draft_invoice_amount', request.draft_invoice_amount),
    ...checkAmount('final_agreed_amount', request.final_agreed_amount),
  ];
}

function checkAmount(field: string, amount: number | null | undefined): Violation[] {
  if (typeof amount !== 'number' || (amount >= 0 && hasDecimals(amount, PENCE))) return [];
  return [broken(field, 'amount', 'must be an amount in pounds with at most two decimal places', amount)];
}
