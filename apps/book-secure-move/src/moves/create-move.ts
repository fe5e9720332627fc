import { NotFound } from '@switchyard/domain';
import type { Move, MoveStatus, UncheckedMove } from '@switchyard/domain/book-secure-move';
import {
  acceptMove,
  checkStatusParameters,
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

/**
 * Creates a move. `profile` is what its profile relationship names, where that exists. Throws InvalidParameters for a
 * bad status, NotFound for a reference that leads nowhere, RulesBroken with every rule that the move breaks.
 */
export async function createMove(act: Act, data: MoveData, profile: ProfileFacts | undefined): Promise<CreatedMove> {
  const attributes = attributesOf(data);
  refuseParameters(
    checkStatusParameters({
      status: attributes.raw('status'),
      cancellation_reason: attributes.raw('cancellation_reason'),
    }),
  );
  const described = describeMove(act, attributes, data, profile);
  const move = acceptMove(described, await gatherMoveFacts(act.tx, act.reference, described, profile, false));
  insertMove(act.tx, move, profile?.personId ?? null);
  const hearingIds = (relatedIds(data, 'court_hearings') ?? []).filter(isUuid);
  if (hearingIds.length > 0) attachHearings(act.tx, move.id, hearingIds);
  const begun = { proposed: 'MoveProposed', requested: 'MoveRequested' } as Partial<Record<MoveStatus, string>>;
  const eventType = begun[move.status];
  if (eventType) appendEvent(act.tx, automaticEvent(act, eventType, 'moves', move.id));
  notifyMove(act, 'create_move', move);
  return { move, hearingIds };
}

function describeMove(
  { caller, reference, ids, now }: Act,
  attributes: Attributes,
  data: MoveData,
  profile: ProfileFacts | undefined,
): UncheckedMove {
  const date = attributes.day('date') ?? null;
  const dateFrom = attributes.day('date_from') ?? null;
  const from = knownLocation(relatedId(data, 'from_location'));
  const to = knownLocation(relatedId(data, 'to_location'));
  const profileId = relatedId(data, 'profile');
  if (profileId && !profile) throw new NotFound('profile', profileId);
  const serving = from && supplierFor(from.suppliers, from.id, date ?? dateFrom);
  return {
    ...undescribedMove,
    id: ids.uuid(),
    reference: newReference(ids),
    status: (attributes.raw('status') as MoveStatus | null | undefined) ?? 'requested',
    moveType: attributes.text('move_type') ?? null,
    date,
    dateFrom,
    dateTo: attributes.day('date_to') ?? null,
    timeDue: attributes.instant('time_due') ?? null,
    additionalInformation: attributes.text('additional_information') ?? null,
    cancellationReason: attributes.text('cancellation_reason') ?? null,
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
