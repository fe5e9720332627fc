import type {
  AlterationRequest,
  AlteredTiming,
  CurrentContent,
  DerivedAlteration,
  PermitFacts,
} from '@switchyard/domain/street-manager';
import {
  alteredContent,
  changedMembers,
  checkAlteration,
  deriveAlteration,
  imposedContent,
  refuseRequest,
  selectAsds,
  sideOf,
} from '@switchyard/domain/street-manager';
import { asdMembers, asdOfRequest } from '../permits/asds';
import type { PermitRow } from '../permits/row';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import type { WorkRow } from '../works/row';
import { alteredTiming, currentContent } from './altered-permit';
import type { AlteredContent } from './row';

/** What an alteration comes to before anything is written. */
export interface Judgement {
  derived: DerivedAlteration;
  content: AlteredContent;
  timing: AlteredTiming;
}

/**
 * Judges an alteration against its permit: first whether the permit's state and what changes allow it, then the rules
 * that need the permit to be known. Throws PreconditionFailed or InvalidRequest.
 */
export function judgeAlteration(
  { caller, now, calendar, config }: Pick<Act, 'caller' | 'now' | 'calendar' | 'config'>,
  work: WorkRow,
  permit: PermitRow,
  facts: PermitFacts,
  request: AlterationRequest,
): Judgement {
  const by = sideOf(caller.roles) === 'authority' ? 'highway_authority' : 'promoter';
  const current = currentContent(permit, work);
  const timing = alteredTiming(permit, request, { calendar, now });
  const changed = new Set(changedMembers(recognised(request, permit), current));
  const derived = deriveAlteration(facts, { by, changed, category: timing.category }, config.pmrAlterations);
  refuseRequest(
    checkAlteration(request, {
      now,
      earlyStart: timing.answers === 'kept' ? null : timing.isEarlyStart,
      promoterSwaCode: work.promoter,
      inActLimits: permit.hs2_in_act_limits,
      current: { proposedStartDate: permit.proposed_start_date, proposedEndDate: permit.proposed_end_date },
      currentResponseDate: instant(permit.content.hs2_consultation_requested_response_date),
    }),
  );
  return { derived, timing, content: contentOf(by, request, current, timing) };
}

const contentOf = (
  by: 'promoter' | 'highway_authority',
  request: AlterationRequest,
  current: CurrentContent,
  { answers }: AlteredTiming,
): AlteredContent => (by === 'promoter' ? alteredContent(request, current, answers) : imposedContent(request, current));

/** The request with its designations in full, as the permit has them, so that sending less of one changes nothing. */
function recognised(request: AlterationRequest, permit: PermitRow): AlterationRequest {
  if (!request.permit_asds) return request;
  const street = [...permit.asds, ...permit.not_selected_asds];
  const { selected } = selectAsds(request.permit_asds.map(asdOfRequest), street);
  return { ...request, permit_asds: selected.map(asdMembers) };
}
