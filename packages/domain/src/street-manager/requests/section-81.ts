import type { Violation } from '../../kernel';
import type { LocationType, Section81Severity, Section81Status, Section81Type, Section81WorkType } from '../enums';
import { isOneOf } from '../enums';
import { checkDates } from './dates';
import { checkEvidence } from './evidence';
import type { WithFiles } from './evidence';
import { checkReinspectionDate } from './reinspection';
import type { ReinspectionRequest } from './reinspection';
import { allowOnly, broken, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';
import { checkWorkLocation } from './work-location';
import type { WorkLocation } from './work-location';

/** A notice that apparatus in the street is not kept as section 81 asks. The call records a work for it. */
export interface Section81Request
  extends
    WorkLocation,
    DelegatedUser,
    WithFiles,
    Pick<ReinspectionRequest, 'reinspection_date' | 'reinspection_date_time'> {
  location_description?: string | null;
  location_types?: readonly LocationType[] | null;
  inspection_date?: string | null;
  section_81_type?: Section81Type | null;
  other_type_details?: string | null;
  section_81_severity?: Section81Severity | null;
  made_safe_by_ha?: boolean | null;
  additional_details?: string | null;
  inspector_name?: string | null;
  inspector_contact_number?: string | null;
  section_81_evidence?: boolean | null;
}

export interface Section81StatusRequest extends DelegatedUser {
  section_81_status?: Section81Status | null;
  status_reason?: string | null;
  work_type?: Section81WorkType | null;
}

export interface Section81LinkRequest extends DelegatedUser {
  section_81_reference_number?: string | null;
}

export interface Section81UnlinkRequest extends Section81LinkRequest {
  unlink_reason?: string | null;
}

export interface Section81ReassignRequest extends DelegatedUser {
  new_organisation_reference?: string | null;
}

/** What a notice can become. It is issued by giving or reassigning it. */
export const section81Answers = [
  'acknowledged',
  'accepted',
  'accepted_fixed',
  'rejected',
  'resolved_by_ha',
  'cancelled',
] as const satisfies readonly Section81Status[];

const reasoned = ['rejected', 'accepted_fixed', 'resolved_by_ha', 'cancelled'] as const;

/** The published rules for giving a section 81 notice. */
export function checkSection81(request: Section81Request, { now }: RequestContext): Violation[] {
  return [
    ...checkWorkLocation(request),
    ...checkDates(request, { inspection_date: 'today_or_past' }, now),
    ...requireWhen(request.section_81_type === 'other', request, ['other_type_details'], 'section_81_type is other'),
    ...checkReinspectionDate(request, now),
    ...checkEvidence(request, 'section_81_evidence'),
  ];
}

/** The published rules for answering or ending a section 81 notice. */
export function checkSection81Status(request: Section81StatusRequest): Violation[] {
  const status = request.section_81_status;
  return [
    ...allowOnly('section_81_status', status, section81Answers),
    ...requireWhen(isOneOf(reasoned, status), request, ['status_reason'], `section_81_status is ${String(status)}`),
    ...requireWhen(status === 'accepted', request, ['work_type'], 'section_81_status is accepted'),
  ];
}

/** The published rule for handing a notice on: to a promoter. That it is another one, the notice's own state decides. */
export function checkSection81Reassignment(
  { new_organisation_reference: reference }: Section81ReassignRequest,
  { isPromoter }: { isPromoter: boolean },
): Violation[] {
  if (!reference || isPromoter) return [];
  return [broken('new_organisation_reference', 'not_a_promoter', 'must be a promoter', reference)];
}
