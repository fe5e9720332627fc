import { NotFound } from '@switchyard/domain';
import type { Move, MoveStatus, UncheckedMove } from '@switchyard/domain/book-secure-move';
import {
  acceptMove,
  checkStatusParameters,
  inferMoveType,
  isBlank,
  newReference,
  refuseParameters,
  supplierFor,
  undescribedMove,
} from '@switchyard/domain/book-secure-move';
import { attachHearings } from '../court-hearings/repository';
import { automaticEvent } from '../events/automatic-event';
import { appendEvent } from '../events/repository';
import { notifyMove } from '../notifications/notify';
import type { Attributes } from '../shared/attributes';
import { attributesOf, relatedId, relatedIds } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { isUuid, uuidOf } from '../shared/uuid';
import type { ProfileFacts } from './facts';
import { gatherMoveFacts } from './facts';
import type { NamedProfile } from './named-profile';
import { found } from './named-profile';
import { insertMove } from './repository';

/** The `data` of a request about a move. */
export interface MoveData {
  attributes?: unknown;
  relationships?: unknown;
}

export interface CreatedMove {
  move: Move;
  hearingIds: string[];
}

/** What was looked up for a new move before its rules are asked. */
export interface Sought {
  named: NamedProfile;
  /** Another move like it; undefined when it has not been looked for. */
  twinId?: string | null;
}

/** What the versions of the API do differently when a move is created. */
export interface CreationRules {
  /** A move without a type gets the one that its locations suggest. */
  infersMoveType: boolean;
  /** A destination that does not exist is none, rather than an error. */
  forgivesDestination: boolean;
  /** An event records that the move was proposed or requested. */
  recordsBeginning: boolean;
}

export const creation: CreationRules = { infersMoveType: false, forgivesDestination: false, recordsBeginning: true };

/**
 * Creates a move for the profile that its request names. Throws InvalidParameters for a bad status, NotFound for a
 * reference that leads nowhere, RulesBroken with every rule that the move breaks.
 */
export async function createMove(
  act: Act,
  data: MoveData,
  { named, twinId }: Sought,
  rules: CreationRules,
): Promise<CreatedMove> {
  const attributes = attributesOf(data);
  refuseParameters(
    checkStatusParameters({
      status: attributes.raw('status'),
      cancellation_reason: attributes.raw('cancellation_reason'),
    }),
  );
  const { profile, ...described } = describeMove(act, attributes, data, named, rules);
  // A parallel request may take the same reference or make the same move meanwhile: then this runs once more.
  const move = acceptMove(described, await gatherMoveFacts(act.tx, act.reference, described, profile, false, twinId));
  insertMove(act.tx, move, profile?.personId ?? null);
  const hearingIds = (relatedIds(data, 'court_hearings') ?? []).filter(isUuid);
  if (hearingIds.length > 0) attachHearings(act.tx, move.id, hearingIds);
  const begun = { proposed: 'MoveProposed', requested: 'MoveRequested' } as Partial<Record<MoveStatus, string>>;
  const eventType = begun[move.status];
  if (eventType && rules.recordsBeginning) appendEvent(act.tx, automaticEvent(act, eventType, 'moves', move.id));
  notifyMove(act, 'create_move', move);
  return { move, hearingIds };
}

/** The move that the request asks for. */
function describeMove(
  { caller, reference, ids, now }: Act,
  attributes: Attributes,
  data: MoveData,
  named: NamedProfile,
  { infersMoveType, forgivesDestination }: CreationRules,
): UncheckedMove & { profile: ProfileFacts | undefined } {
  const date = attributes.day('date') ?? null;
  const dateFrom = attributes.day('date_from') ?? null;
  const from = knownLocation(relatedId(data, 'from_location'));
  const toId = relatedId(data, 'to_location');
  const to = forgivesDestination ? reference.locations.find(toId) : knownLocation(toId);
  const profile = found(named) ?? undefined;
  const moveType = attributes.text('move_type') ?? null;
  const serving = from && supplierFor(from.suppliers, from.id, date ?? dateFrom);
  return {
    ...undescribedMove,
    id: ids.uuid(),
    profile,
    reference: newReference(ids),
    status: (attributes.raw('status') as MoveStatus | null | undefined) ?? 'requested',
    moveType: infersMoveType && isBlank(moveType) ? inferMoveType(from ?? null, to ?? null) : moveType,
    date,
    dateFrom,
    dateTo: attributes.day('date_to') ?? null,
    timeDue: attributes.instant('time_due') ?? null,
    additionalInformation: attributes.text('additional_information') ?? null,
    cancellationReason: attributes.text('cancellation_reason')?.trim() || null,
    cancellationReasonComment: attributes.text('cancellation_reason_comment') ?? null,
    moveAgreed: attributes.flag('move_agreed') ?? null,
    moveAgreedBy: attributes.text('move_agreed_by') ?? null,
    recallDate: attributes.day('recall_date') ?? null,
    sectionFortySix: attributes.flag('section_forty_six') ?? null,
    dateChangedReason: attributes.text('date_changed_reason') ?? null,
    reasonComment: attributes.text('reason_comment') ?? null,
    fromLocationId: from?.id ?? null,
    toLocationId: to?.id ?? null,
    profileId: profile?.profileId ?? null,
    supplierId: caller.supplierId ?? serving ?? null,
    prisonTransferReasonId: reference.prisonTransferReasons.find(relatedId(data, 'prison_transfer_reason'))?.id ?? null,
    allocationId: null,
    originalMoveId: null,
    createdAt: now,
    updatedAt: now,
  };

  function knownLocation(id: string | null | undefined) {
    if (!id) return undefined;
    const location = reference.locations.find(uuidOf('location', id));
    if (!location) throw new NotFound('location', id);
    return location;
  }
}
