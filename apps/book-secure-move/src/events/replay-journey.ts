import type { GenericEvent } from '@switchyard/domain/book-secure-move';
import { isLegTaken, isLive, replayJourneyEvents } from '@switchyard/domain/book-secure-move';
import { journeysOfMove, saveJourney } from '../journeys/repository';
import type { Act } from '../shared/deps';
import type { JourneySubject } from './subject';

/**
 * Applies a journey's log with its new event, and saves what became of it. A journey stays as it is where another has
 * taken its leg since it was cancelled: a move has each leg once, and the event is kept without an effect.
 */
export async function replayJourney(
  { tx, now }: Act,
  { moveId, journey, log }: JourneySubject,
  event: GenericEvent,
): Promise<void> {
  const replayed = replayJourneyEvents(journey, [...log, event]);
  if (replayed === journey) return;
  const revived = !isLive(journey) && isLive(replayed);
  if (revived && isLegTaken(await journeysOfMove(tx, moveId), journey.fromLocationId, journey.toLocationId)) return;
  saveJourney(tx, { ...replayed, updatedAt: now });
}
