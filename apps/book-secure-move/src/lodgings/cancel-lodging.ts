import { refuse } from '@switchyard/domain';
import type { Lodging } from '@switchyard/domain/book-secure-move';
import { cancelEveryLodging, cancelLodging, checkLodgingCancellation } from '@switchyard/domain/book-secure-move';
import { automaticEvent } from '../events/automatic-event';
import { appendEvent } from '../events/repository';
import { lockMove, touchMove } from '../moves/repository';
import { notifyLodging } from '../notifications/notify';
import { attributesOf } from '../shared/attributes';
import type { Act } from '../shared/deps';
import type { LodgingData } from './create-lodging';
import { lodgingAmong } from './lodging-among';
import { lockLodgingsOfMove, saveLodging } from './repository';

/** Why a lodging was called off, with the wire's names. */
interface Cancellation {
  cancellation_reason: unknown;
  cancellation_reason_comment: string | null;
}

/**
 * Cancels one proposed lodging. As with the real service nobody is notified. Throws RulesBroken for a reason that is
 * none, NotFound, or LodgingNotCancellable; then nothing is stored.
 */
export async function cancelOneLodging(act: Act, moveId: string, lodgingId: string, data: LodgingData): Promise<void> {
  const cancellation = cancellationIn(data);
  const move = await lockMove(act.tx, act.caller, moveId);
  const lodging = cancelLodging(lodgingAmong(await lockLodgingsOfMove(act.tx, move.id), lodgingId));
  store(act, lodging, cancellation);
  touchMove(act.tx, move.id, act.now);
}

/**
 * Cancels all lodgings of a move that are not cancelled yet, together, and tells the move's subscribers of each. One
 * that has begun keeps its status, but is told of too. Throws RulesBroken for a reason that is none, or NotFound.
 */
export async function cancelAllLodgings(act: Act, moveId: string, data: LodgingData): Promise<void> {
  const cancellation = cancellationIn(data);
  const move = await lockMove(act.tx, act.caller, moveId);
  const lodgings = cancelEveryLodging(await lockLodgingsOfMove(act.tx, move.id));
  for (const lodging of lodgings) {
    store(act, lodging, cancellation);
    notifyLodging(act, 'cancel_lodging', lodging.id, move.id);
  }
  if (lodgings.length > 0) touchMove(act.tx, move.id, act.now);
}

function cancellationIn(data: LodgingData): Cancellation {
  const attributes = attributesOf(data);
  const reason = attributes.raw('cancellation_reason');
  refuse(checkLodgingCancellation(reason));
  return {
    cancellation_reason: reason,
    cancellation_reason_comment: attributes.text('cancellation_reason_comment') ?? null,
  };
}

function store(act: Act, lodging: Lodging, cancellation: Cancellation): void {
  saveLodging(act.tx, { ...lodging, updatedAt: act.now });
  const { id, startDate, endDate, locationId } = lodging;
  const details = { start_date: startDate, end_date: endDate, ...cancellation };
  const relationships = { location: { type: 'locations', id: locationId } };
  appendEvent(act.tx, automaticEvent(act, 'LodgingCancel', 'lodgings', id, { details, relationships }));
}
