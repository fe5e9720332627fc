import { refuse } from '@switchyard/domain';
import type { Journey } from '@switchyard/domain/book-secure-move';
import {
  checkJourney,
  checkJourneyParameters,
  journeyNumbers,
  refuseParameters,
} from '@switchyard/domain/book-secure-move';
import { lockMove } from '../moves/repository';
import { attributesOf } from '../shared/attributes';
import type { Act } from '../shared/deps';
import type { JourneyData } from './create-journey';
import type { NumberedJourney } from './read-journeys';
import { recordJourney } from './record-journey';
import { journeysOfMove, lockJourney, saveJourney } from './repository';

/**
 * Changes a journey in any state: its day, its vehicle as a whole, whether it is billable. A null day is ignored; the
 * timestamp is required and not kept. Throws InvalidParameters, NotFound, NotAuthorised or RulesBroken.
 */
export async function updateJourney(
  act: Act,
  moveId: string,
  journeyId: string,
  data: JourneyData,
): Promise<NumberedJourney> {
  const { tx, caller, now } = act;
  const attributes = attributesOf(data);
  const [billable, timestamp, date] = ['billable', 'timestamp', 'date'].map((name) => attributes.raw(name));
  refuseParameters(checkJourneyParameters({ billable, timestamp, date }, 'update'));
  const move = await lockMove(tx, caller, moveId);
  const before = await lockJourney(tx, caller, move.id, journeyId);
  const or = <T>(sent: T | undefined, current: T): T => (sent === undefined ? current : sent);
  const described = {
    ...before,
    billable: or<boolean | null>(attributes.flag('billable'), before.billable),
    vehicle: or(attributes.raw('vehicle') as Journey['vehicle'] | undefined, before.vehicle),
    date: attributes.day('date') ?? before.date,
    updatedAt: now,
  };
  refuse(checkJourney(described));
  const journey: Journey = { ...described, billable: described.billable === true };
  saveJourney(tx, journey);
  recordJourney(act, 'JourneyUpdate', journey);
  return { journey, number: journeyNumbers(await journeysOfMove(tx, move.id)).get(journey.id)! };
}
