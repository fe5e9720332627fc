import { refuse } from '@switchyard/domain';
import type { Move, UncheckedMove } from '@switchyard/domain/book-secure-move';
import { acceptMove, checkDateChange } from '@switchyard/domain/book-secure-move';
import { replaceHearings } from '../court-hearings/repository';
import { notifyMove } from '../notifications/notify';
import type { Attributes } from '../shared/attributes';
import { attributesOf, relatedId, relatedIds } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { isUuid } from '../shared/uuid';
import type { MoveData } from './create-move';
import { followDate } from './follow-date';
import type { ProfileFacts } from './facts';
import { findProfileFacts, gatherMoveFacts } from './facts';
import type { NamedProfile } from './named-profile';
import { found } from './named-profile';
import { refreshAllocation } from './refresh-allocation';
import { lockMove, saveMove } from './repository';

/** What the versions of the API do differently when a move is changed. */
export interface ChangeRules {
  /** The request without what this version does not let it change. */
  writable(data: MoveData): MoveData;
  /** The move with the status and the reasons that the request names. Throws InvalidParameters. */
  withStatus(move: Move, attributes: Attributes): UncheckedMove;
}

/**
 * Changes a move, and its profile if the request names one: absent members stay, null clears. Subscribers are told even
 * when nothing changed. Throws NotFound, InvalidParameters or RulesBroken.
 */
export async function updateMove(
  act: Act,
  id: string,
  sent: MoveData,
  named: NamedProfile,
  rules: ChangeRules,
): Promise<Move> {
  const data = rules.writable(sent);
  const before = await lockMove(act.tx, act.caller, id);
  const attributes = attributesOf(data);
  const profile = found(named) ?? (named === null ? undefined : await findProfileFacts(act.tx, before.profileId));
  const stepped = rules.withStatus(before, attributes);
  const described = withAttributes(act, stepped, attributes, data, profile);
  refuse(checkDateChange(before, described));
  const move = acceptMove(described, await gatherMoveFacts(act.tx, act.reference, described, profile, true));
  saveMove(act.tx, move);
  const hearings = relatedIds(data, 'court_hearings');
  if (hearings) replaceHearings(act.tx, move.id, hearings.filter(isUuid));
  if (move.date !== before.date) followDate(act, before, move, 'with event');
  refreshAllocation(act, move);
  notifyMove(act, move.status === before.status ? 'update_move' : 'update_move_status', move);
  return move;
}

function withAttributes(
  { reference, now }: Act,
  move: UncheckedMove,
  attributes: Attributes,
  data: MoveData,
  profile: ProfileFacts | undefined,
): UncheckedMove {
  const or = <T>(sent: T | undefined, current: T): T => (sent === undefined ? current : sent);
  const reason = relatedId(data, 'prison_transfer_reason');
  return {
    ...move,
    moveType: or(attributes.text('move_type'), move.moveType),
    date: or(attributes.day('date'), move.date),
    dateFrom: or(attributes.day('date_from'), move.dateFrom),
    dateTo: or(attributes.day('date_to'), move.dateTo),
    timeDue: or(attributes.instant('time_due'), move.timeDue),
    additionalInformation: or(attributes.text('additional_information'), move.additionalInformation),
    moveAgreed: or(attributes.flag('move_agreed'), move.moveAgreed),
    moveAgreedBy: or(attributes.text('move_agreed_by'), move.moveAgreedBy),
    recallDate: or(attributes.day('recall_date'), move.recallDate),
    sectionFortySix: or(attributes.flag('section_forty_six'), move.sectionFortySix),
    dateChangedReason: or(attributes.text('date_changed_reason'), move.dateChangedReason),
    reasonComment: or(attributes.text('reason_comment'), move.reasonComment),
    profileId: profile?.profileId ?? null,
    prisonTransferReasonId:
      reason === undefined ? move.prisonTransferReasonId : (reference.prisonTransferReasons.find(reason)?.id ?? null),
    updatedAt: now,
  };
}
