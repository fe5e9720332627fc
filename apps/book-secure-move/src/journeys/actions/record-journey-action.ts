import type { JourneyAction, LegacyBody } from '@switchyard/domain/book-secure-move';
import {
  checkJourneyAction,
  journeyActionLocation,
  journeyActions,
  refuseParameters,
} from '@switchyard/domain/book-secure-move';
import { happeningOfAction } from '../../events/happening';
import type { Recorded } from '../../events/record-event';
import { recordEvent } from '../../events/record-event';
import { subjectJourney } from '../../events/subject';
import type { Act } from '../../shared/deps';

/**
 * Records what a request to one of a journey's paths says. Throws InvalidParameters, then NotFound or, for another
 * supplier's journey, NotAuthorised; then what `recordEvent` throws.
 */
export async function recordJourneyAction(
  act: Act,
  action: JourneyAction,
  { moveId, journeyId }: { moveId: string; journeyId: string },
  body: LegacyBody,
): Promise<Recorded> {
  const location = act.reference.locations.find(journeyActionLocation(body)?.id);
  refuseParameters(checkJourneyAction(body, { locationFound: location !== undefined }));
  const subject = await subjectJourney(act, moveId, journeyId);
  return recordEvent(act, subject, happeningOfAction(journeyActions[action], body));
}
