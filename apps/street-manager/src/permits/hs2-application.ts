import type { Hs2Treatment, PermitApplication } from '@switchyard/domain/street-manager';
import { hs2Treatment, isHs2 } from '@switchyard/domain/street-manager';
import type { PermitRow } from './row';

/** How the powers of HS2 bear on an application, and what its permit keeps of that. */
export interface Hs2Application {
  treatment: Hs2Treatment;
  /** Null for every other promoter. */
  marks: Pick<PermitRow, 'hs2_in_act_limits' | 'hs2_is_consultation' | 'hs2_is_consent' | 'hs2_additional_usrns'>;
}

/** Reads the members of an application that are for HS2; from other promoters they count for nothing. */
export function hs2Application(request: PermitApplication, promoter: string): Hs2Application {
  const { hs2_in_act_limits: inActLimits = null, hs2_highway_exemption: exemption = null } = request;
  const treatment = hs2Treatment({ promoterSwaCode: promoter, workType: request.work_type!, inActLimits, exemption });
  return { treatment, marks: isHs2(promoter) ? marksOf(request, treatment) : noMarks };
}

const noMarks = {
  hs2_in_act_limits: null,
  hs2_is_consultation: null,
  hs2_is_consent: null,
  hs2_additional_usrns: null,
} as const;

const marksOf = (
  { hs2_in_act_limits, hs2_additional_usrns }: PermitApplication,
  treatment: Hs2Treatment,
): Hs2Application['marks'] => ({
  hs2_in_act_limits: hs2_in_act_limits ?? null,
  hs2_is_consultation: treatment === 'consultation',
  hs2_is_consent: treatment === 'consent',
  hs2_additional_usrns: hs2_additional_usrns ? [...hs2_additional_usrns] : null,
});
