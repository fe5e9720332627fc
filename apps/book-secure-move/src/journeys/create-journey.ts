import { refuse } from '@switchyard/domain';
import type { Journey } from '@switchyard/domain/book-secure-move';
import {
  checkJourney,
  checkJourneyParameters,
  journeyMachine,
  journeyNumbers,
  journeySupplier,
  parseIsoDateTime,
  refuseDuplicate,
  refuseParameters,
} from '@switchyard/domain/book-secure-move';
import { lockMove } from '../moves/repository';
import { attributesOf, relatedId } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { relatedLocation, requiredRelatedId } from '../shared/related-location';
import type { NumberedJourney } from './read-journeys';
import { recordJourney } from './record-journey';
import { insertJourney, journeysOfMove } from './repository';

/** The `data` of a request about a journey. */
export interface JourneyData {
  attributes?: unknown;
  relationships?: unknown;
}

/**
 * Adds a journey to a move. The move is held meanwhile, so of parallel requests for one leg only the first succeeds.
 * Throws MissingParameter, InvalidParameters, NotFound for the move, BadRequest for a duplicate, or RulesBroken.
 */
export async function createJourney(act: Act, moveId: string, data: JourneyData): Promise<NumberedJourney> {
  const { tx, caller, reference, now } = act;
  const ends = { from: requiredRelatedId(data, 'from_location'), to: requiredRelatedId(data, 'to_location') };
  const attributes = attributesOf(data);
  const [billable, timestamp, date] = ['billable', 'timestamp', 'date'].map((name) => attributes.raw(name));
  refuseParameters(checkJourneyParameters({ billable, timestamp, date }, 'create'));
  const move = await lockMove(tx, caller, moveId);
  const from = relatedLocation(reference, ends.from);
  const to = relatedLocation(reference, ends.to);
  const others = await journeysOfMove(tx, move.id);
  refuseDuplicate(others, from.id, to.id);
  const named = reference.suppliers.find(relatedId(data, 'supplier'))?.id ?? null;
  const journey: Journey = {
    id: act.ids.uuid(),
    moveId: move.id,
    supplierId: journeySupplier(named, caller.supplierId),
    fromLocationId: from.id,
    toLocationId: to.id,
    state: journeyMachine.initial,
    billable: billable === true,
    vehicle: (attributes.raw('vehicle') ?? null) as Journey['vehicle'],
    date: attributes.day('date') ?? move.date,
    clientTimestamp: parseIsoDateTime(timestamp)!,
    createdAt: now,
    updatedAt: now,
  };
  refuse(checkJourney(journey));
  insertJourney(tx, journey);
  recordJourney(act, 'JourneyCreate', journey);
  return { journey, number: journeyNumbers([...others, journey]).get(journey.id)! };
}
