import { refuse } from '@switchyard/domain';
import type { Lodging } from '@switchyard/domain/book-secure-move';
import {
  checkLodging,
  checkLodgingParameters,
  lodgingMachine,
  refuseParameters,
} from '@switchyard/domain/book-secure-move';
import { automaticEvent } from '../events/automatic-event';
import { appendEvent } from '../events/repository';
import { lockMove, touchMove } from '../moves/repository';
import { notifyLodging } from '../notifications/notify';
import { attributesOf } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { relatedLocation, requiredRelatedId } from '../shared/related-location';
import { insertLodging, lockLodgingsOfMove } from './repository';

/** The `data` of a request about a lodging. */
export interface LodgingData {
  attributes?: unknown;
  relationships?: unknown;
}

/**
 * Adds a lodging to a move, whose subscribers are told. Its days are kept as they were sent. Throws MissingParameter,
 * InvalidParameters, NotFound for the move, or RulesBroken.
 */
export async function createLodging(act: Act, moveId: string, data: LodgingData): Promise<Lodging> {
  const { tx, now } = act;
  const locationId = requiredRelatedId(data, 'location');
  const attributes = attributesOf(data);
  const [startDate, endDate] = [attributes.raw('start_date'), attributes.raw('end_date')];
  refuseParameters(checkLodgingParameters({ start_date: startDate, end_date: endDate }, 'create'));
  const move = await lockMove(tx, act.caller, moveId);
  const lodging: Lodging = {
    id: act.ids.uuid(),
    moveId: move.id,
    locationId: relatedLocation(act.reference, locationId).id,
    startDate: startDate as string,
    endDate: endDate as string,
    status: lodgingMachine.initial,
    createdAt: now,
    updatedAt: now,
  };
  refuse(checkLodging(lodging, await lockLodgingsOfMove(tx, move.id)));
  insertLodging(tx, lodging);
  const details = { start_date: lodging.startDate, end_date: lodging.endDate };
  const relationships = { location: { type: 'locations', id: lodging.locationId } };
  appendEvent(tx, automaticEvent(act, 'LodgingCreate', 'lodgings', lodging.id, { details, relationships }));
  touchMove(tx, move.id, now);
  notifyLodging(act, 'create_lodging', lodging.id, move.id);
  return lodging;
}
