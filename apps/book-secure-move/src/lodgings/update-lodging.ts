import { refuse } from '@switchyard/domain';
import type { Lodging, LodgingChange } from '@switchyard/domain/book-secure-move';
import {
  NotAuthorised,
  changeLodging,
  checkLodgingChanges,
  checkLodgingParameters,
  lodgingUpdateFacts,
  refuseParameters,
  shiftLaterLodgings,
} from '@switchyard/domain/book-secure-move';
import { automaticEvent } from '../events/automatic-event';
import { appendEvent } from '../events/repository';
import { lockMove, touchMove } from '../moves/repository';
import { notifyLodging } from '../notifications/notify';
import { attributesOf, relatedId } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { relatedLocation } from '../shared/related-location';
import type { LodgingData } from './create-lodging';
import { lodgingAmong } from './lodging-among';
import { lockLodgingsOfMove, saveLodgings } from './repository';

/**
 * Changes where a lodging is or when it ends, in any status; a new end shifts the later lodgings of the move. Each
 * lodging that changes has its own event and notice; when nothing differs nothing happens. An absent or null value
 * stays. Throws InvalidParameters, NotFound, NotAuthorised for a supplier, or RulesBroken.
 */
export async function updateLodging(act: Act, moveId: string, lodgingId: string, data: LodgingData): Promise<Lodging> {
  const { tx, caller, now } = act;
  const attributes = attributesOf(data);
  const [startDate, endDate] = [attributes.raw('start_date'), attributes.raw('end_date')];
  refuseParameters(checkLodgingParameters({ start_date: startDate, end_date: endDate }, 'update'));
  const move = await lockMove(tx, caller, moveId);
  const lodgings = await lockLodgingsOfMove(tx, move.id);
  const before = lodgingAmong(lodgings, lodgingId);
  if (caller.supplierId !== null) throw new NotAuthorised();
  const place = relatedId(data, 'location');
  const change = changeLodging(before, {
    endDate: attributes.text('end_date') ?? undefined,
    locationId: place ? relatedLocation(act.reference, place).id : undefined,
  });
  if (!change) return before;
  const changes = [change, ...shiftLaterLodgings(change, lodgings)].map((each) => stamped(each, now));
  refuse(checkLodgingChanges(changes, lodgings));
  saveLodgings(tx, changes);
  for (const each of changes) {
    const { id } = each.after;
    appendEvent(tx, automaticEvent(act, 'LodgingUpdate', 'lodgings', id, lodgingUpdateFacts(each)));
    notifyLodging(act, 'update_lodging', id, move.id);
  }
  touchMove(tx, move.id, now);
  return changes[0]!.after;
}

const stamped = ({ before, after }: LodgingChange, now: Date): LodgingChange => ({
  before,
  after: { ...after, updatedAt: now },
});
