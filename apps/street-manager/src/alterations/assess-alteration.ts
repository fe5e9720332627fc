import type { Violation } from '@switchyard/domain';
import type {
  AlterationAssessmentRequest,
  AlterationDecision,
  PmrAlterations,
} from '@switchyard/domain/street-manager';
import { checkAlterationAssessment, decideAlteration, refuseRequest } from '@switchyard/domain/street-manager';
import { findPermit } from '../permits/repository';
import type { NamedPermit } from '../permits/take-permit';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import { findAlteration } from './repository';
import type { AlterationRow } from './row';
import { settleAlteration } from './settle-alteration';

export interface NamedAlteration extends NamedPermit {
  permitAlterationReferenceNumber: string;
}

/** The rules that the request alone decides; they are answered together with what the contract finds. */
export const rulesForAssessment = (request: AlterationAssessmentRequest, now: Date): Violation[] =>
  checkAlterationAssessment(request, { now });

/** The authority grants an alteration that awaits it, refuses it, or grants it and challenges the duration. */
export async function assessAlteration(
  act: Act,
  named: NamedAlteration,
  request: AlterationAssessmentRequest,
): Promise<void> {
  const { tx, now } = act;
  const work = await lockWork(tx, named.workReferenceNumber);
  const permit = await findPermit(tx, work.reference, named.permitReferenceNumber);
  const alteration = await findAlteration(tx, permit.reference, named.permitAlterationReferenceNumber);
  mayWrite(act.caller, work);
  const decision = request.alteration_status as AlterationDecision;
  const outcome = decideAlteration(alteration, decision, settingOf(alteration));
  refuseRequest(
    checkAlterationAssessment(request, {
      now,
      permitEndDate: permit.proposed_end_date,
      alterationEndDate: alteration.proposed_end_date,
    }),
  );
  settleAlteration(act, work, permit, alteration, outcome, {
    assessment_comments: request.assessment_comments ?? null,
    assessment_discount: request.assessment_discount ?? null,
    reasonable_period_end_date: instant(request.reasonable_period_end_date),
  });
}

/** The setting that an alteration was made under: it is dealt with so to its end, whatever the service is set to since. */
export const settingOf = ({ is_pending }: Pick<AlterationRow, 'is_pending'>): PmrAlterations =>
  is_pending ? 'assessed' : 'applied';
