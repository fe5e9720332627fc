import type { Violation } from '../../kernel';
import { hs2LocationTypes, isOneOf } from '../enums';
import type { HS2HighwayExemption, LocationType, WorkType } from '../enums';
import { isHs2, isUnderHs2Powers } from '../hs2';
import { checkDate, readInstant } from './dates';
import { broken, isGiven, requireMembers, requireWhen } from './rules';
import type { RequestContext } from './rules';

/** The members that any permit content may carry, and those that the rules for HS2 judge. */
export interface HS2Content {
  work_type?: WorkType | null;
  location_types?: readonly LocationType[] | null;
  permit_conditions?: readonly unknown[] | null;
  permit_asds?: readonly unknown[] | null;
  hs2_consultation_requested_response_date?: string | null;
  hs2_highway_emails?: readonly string[] | null;
}

/** The members that only a new work, permit or forward plan may carry: they never change afterwards. */
export interface HS2Limits {
  hs2_in_act_limits?: boolean | null;
  hs2_highway_exemption?: HS2HighwayExemption | null;
}

export interface HS2Context extends RequestContext {
  /** The promoter of the work; undefined when the request does not tell. */
  promoterSwaCode: string | undefined;
  /** Whether the works lie within the limits of the act: the request's answer, or for an alteration the permit's. */
  inActLimits?: boolean | null;
  /** The response date that the permit has, when an alteration repeats it. */
  currentResponseDate?: Date | null;
}

/** The published rules for HS2 and for what only HS2 may send. */
export function checkHS2Content(request: HS2Content, context: HS2Context): Violation[] {
  return [
    ...checkResponseDate(request.hs2_consultation_requested_response_date, context),
    ...checkOnlyHS2(request, context),
    ...checkNothingTaken(request, context),
  ];
}

/** HS2 says whether works lie within the limits of its act, and why its highway works there are exempt. */
export function checkHS2Limits(
  request: HS2Limits,
  { promoterSwaCode, highwayWorks }: { promoterSwaCode: string | undefined; highwayWorks: boolean },
): Violation[] {
  if (!isHs2(promoterSwaCode ?? '')) return [];
  const exemptionAsked = highwayWorks && request.hs2_in_act_limits === true;
  return [
    ...requireMembers(request, ['hs2_in_act_limits'], 'the promoter is HS2'),
    ...requireWhen(exemptionAsked, request, ['hs2_highway_exemption'], 'HS2 highway works are in act limits'),
  ];
}

/** Nothing while the promoter is not known: the contract has already asked for it. */
function checkOnlyHS2(request: HS2Content, { promoterSwaCode }: HS2Context): Violation[] {
  if (promoterSwaCode === undefined || isHs2(promoterSwaCode)) return [];
  const workTypes = request.work_type === 'hs2_highway_works' ? [request.work_type] : [];
  return [
    ...workTypes.map((value) =>
      broken('work_type', 'not_hs2', 'must not be hs2_highway_works: that is for HS2', value),
    ),
    ...(request.location_types ?? []).flatMap((location, index) =>
      isOneOf(hs2LocationTypes, location)
        ? [broken(`location_types[${index}]`, 'not_hs2', 'may be named by HS2 only', location)]
        : [],
    ),
  ];
}

/** HS2 highway works, and its street works within the limits, take neither conditions nor designations. */
function checkNothingTaken(request: HS2Content, { promoterSwaCode = '', inActLimits = null }: HS2Context): Violation[] {
  if (!isUnderHs2Powers({ promoterSwaCode, workType: request.work_type ?? 'planned', inActLimits })) return [];
  const message = 'must be empty for HS2 highway works and for HS2 works in act limits';
  return (['permit_conditions', 'permit_asds'] as const)
    .filter((member) => isGiven(request[member]))
    .map((member) => broken(member, 'not_taken', message, request[member]));
}

function checkResponseDate(value: string | null | undefined, { now, currentResponseDate }: HS2Context): Violation[] {
  const given = readInstant(value);
  const kept = given !== undefined && given.getTime() === currentResponseDate?.getTime();
  return typeof value === 'string' && !kept
    ? checkDate('hs2_consultation_requested_response_date', value, 'today_or_later', now)
    : [];
}
