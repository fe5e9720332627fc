import type { Violation } from '../../kernel';
import type {
  ActivityType,
  ApplicationType,
  ASDCode,
  ASDPeriodicityCode,
  CloseFootway,
  CollaborationType,
  LocationType,
  PermitConditionType,
  TrafficManagementType,
  WorkType,
} from '../enums';
import { checkPlace } from './place';
import { checkDates } from './dates';
import type { WithFiles } from './evidence';
import { checkHS2Content } from './hs2-application';
import type { HS2Content, HS2Context } from './hs2-application';
import { checkPermitTiming } from './permit-timing';
import type { PermitTiming, TimingContext } from './permit-timing';
import { broken, requireWhen } from './rules';
import type { DelegatedUser } from './rules';

export interface PermitConditionRequest {
  condition?: PermitConditionType | null;
  comment?: string | null;
}

/** A special designation of the street, as the street lookup gives it. */
export interface PermitASDRequest {
  street_special_desig_code?: ASDCode | null;
  special_desig_location_text?: string | null;
  special_desig_description?: string | null;
  special_desig_start_date?: string | null;
  special_desig_end_date?: string | null;
  special_desig_start_time?: number | null;
  special_desig_end_time?: number | null;
  special_desig_periodicity_code?: ASDPeriodicityCode | null;
}

/** What works, permits and alterations say alike. */
export interface PermitContent extends PermitTiming, HS2Content, WithFiles, DelegatedUser {
  work_type?: WorkType | null;
  is_ttro_required?: boolean | null;
  immediate_risk?: boolean | null;
  secondary_contact?: string | null;
  secondary_contact_number?: string | null;
  secondary_contact_email?: string | null;
  additional_contact?: string | null;
  additional_contact_number?: string | null;
  additional_contact_email?: string | null;
  description_of_work?: string | null;
  works_location_description?: string | null;
  works_coordinates?: unknown;
  location_types?: readonly LocationType[] | null;
  excavation?: boolean | null;
  activity_type?: ActivityType | null;
  traffic_management_type?: TrafficManagementType | null;
  application_type?: ApplicationType | null;
  close_footway?: CloseFootway | null;
  traffic_management_plan?: boolean | null;
  lane_rental_applicable?: boolean | null;
  environmental_health_notifiable?: boolean | null;
  collaborative_working?: boolean | null;
  collaboration_type?: CollaborationType | null;
  collaboration_details?: string | null;
  collaborative_works?: string | null;
  project_reference_number?: string | null;
  permit_conditions?: readonly PermitConditionRequest[] | null;
  permit_asds?: readonly PermitASDRequest[] | null;
  additional_info?: string | null;
}

/** What the rules of a permit's content need to know beyond the request. */
export type PermitContext = TimingContext & HS2Context;

/** The published rules for the content of a permit, whichever call brings it. */
export function checkPermitContent(request: PermitContent, context: PermitContext): Violation[] {
  return [
    ...checkPlace('works_coordinates', request.works_coordinates),
    ...requireWhen(request.work_type === 'planned', request, ['is_ttro_required'], 'work_type is planned'),
    ...requireWhen(request.work_type === 'immediate', request, ['immediate_risk'], 'work_type is immediate'),
    ...checkPermitTiming(request, context),
    ...requireWhen(
      request.collaborative_working === true,
      request,
      ['collaboration_type', 'collaboration_details'],
      'collaborative_working is true',
    ),
    ...checkConditions(request.permit_conditions),
    ...checkASDs('permit_asds', request.permit_asds, context.now),
    ...checkHS2Content(request, context),
  ];
}

/** The dates of each designation must be dates; whether the street carries it, the gazetteer knows. */
export function checkASDs(
  field: string,
  asds: readonly (PermitASDRequest | null | undefined)[] | null | undefined,
  now: Date,
): Violation[] {
  return (asds ?? []).flatMap((asd, index) =>
    checkDates(asd ?? {}, { special_desig_start_date: 'any', special_desig_end_date: 'any' } as const, now).map(
      (violation) => ({ ...violation, field: `${field}[${index}].${violation.field}` }),
    ),
  );
}

function checkConditions(
  conditions: readonly (PermitConditionRequest | null | undefined)[] | null | undefined,
): Violation[] {
  const named = (conditions ?? []).map((item) => item?.condition);
  return named.flatMap((condition, index) =>
    condition && named.indexOf(condition) < index
      ? [broken(`permit_conditions[${index}].condition`, 'not_unique', 'must not name a condition twice', condition)]
      : [],
  );
}
