import type { Violation } from '../../kernel';
import { checkUsrn } from '../usrn';
import { checkHS2Limits } from './hs2-application';
import type { HS2Limits } from './hs2-application';
import { checkPermitContent } from './permit-content';
import type { PermitContent, PermitContext } from './permit-content';
import { broken } from './rules';
import { checkWorkLocation } from './work-location';
import type { WorkLocation } from './work-location';

/** A new permit on an existing work: its content and what is settled once and for all. */
export interface PermitApplication extends PermitContent, HS2Limits {
  workstream_prefix?: string | null;
  is_covid_19_response?: boolean | null;
  hs2_additional_usrns?: readonly number[] | null;
}

/** A new work with its first permit. */
export interface WorkApplication extends PermitApplication, WorkLocation {
  work_reference_number?: string | null;
}

export type ApplicationContext = Pick<PermitContext, 'now' | 'earlyStart'>;

/** The workstream that every organisation has for records without permits. */
export const defaultWorkstream = '000';

/** The published rules for a new work. Whether its reference is free, its files and its parties exist is asked later. */
export function checkWorkApplication(request: WorkApplication, context: ApplicationContext): Violation[] {
  const promoterSwaCode = request.promoter_swa_code ?? undefined;
  return [
    ...checkWorkLocation({ usrn: request.usrn }),
    ...checkApplication(request, { ...context, promoterSwaCode, immediateNeedsStartTime: false }),
  ];
}

/** The published rules for a further permit; the promoter is the work's, undefined while the work is not known. */
export function checkPermitApplication(
  request: PermitApplication,
  context: ApplicationContext & { promoterSwaCode: string | undefined },
): Violation[] {
  return checkApplication(request, { ...context, immediateNeedsStartTime: true });
}

/** A workstream that may hold permits: any but the default one. */
export function checkWorkstream(prefix: string | null | undefined): Violation[] {
  if (prefix !== defaultWorkstream) return [];
  return [broken('workstream_prefix', 'default_workstream', 'must not be the default workstream', prefix)];
}

function checkApplication(request: PermitApplication, context: PermitContext): Violation[] {
  const highwayWorks = request.work_type === 'hs2_highway_works';
  return [
    ...checkPermitContent(request, { ...context, inActLimits: request.hs2_in_act_limits }),
    ...checkWorkstream(request.workstream_prefix),
    ...checkHS2Limits(request, { promoterSwaCode: context.promoterSwaCode, highwayWorks }),
    ...(request.hs2_additional_usrns ?? []).flatMap((usrn, index) => checkUsrn(`hs2_additional_usrns[${index}]`, usrn)),
  ];
}
