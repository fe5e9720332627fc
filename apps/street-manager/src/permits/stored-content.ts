import type { PermitApplication, PermitCondition } from '@switchyard/domain/street-manager';
import { isUnderHs2Powers, withAutomaticConditions } from '@switchyard/domain/street-manager';
import type { StoredContent } from './row';

/** The members of an application that stand on the record, the street or the history rather than in its content. */
const elsewhere = new Set([
  'promoter_swa_code',
  'highway_authority_swa_code',
  'usrn',
  'street_name',
  'town',
  'area_name',
  'road_category',
  'work_reference_number',
  'workstream_prefix',
  'file_ids',
  'permit_asds',
  'proposed_start_date',
  'proposed_start_time',
  'proposed_end_date',
  'proposed_end_time',
  'is_covid_19_response',
  'hs2_in_act_limits',
  'hs2_additional_usrns',
  'permit_alteration_reason',
  'internal_user_identifier',
  'internal_user_name',
]);

/** What a permit keeps of an application in its own words, with the conditions that every permit has. */
export function storedContent(request: PermitApplication, promoter: string): StoredContent {
  const kept = Object.fromEntries(Object.entries(request).filter(([name]) => !elsewhere.has(name))) as StoredContent;
  if (kept.collaborative_working !== true) delete kept.collaborative_works;
  const takesConditions = !isUnderHs2Powers({
    promoterSwaCode: promoter,
    workType: request.work_type!,
    inActLimits: request.hs2_in_act_limits ?? null,
  });
  return {
    ...kept,
    permit_conditions: takesConditions
      ? withAutomaticConditions((kept.permit_conditions ?? []) as PermitCondition[])
      : [],
  };
}
