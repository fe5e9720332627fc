import type { Journey } from '@switchyard/domain/book-secure-move';
import { automaticEvent } from '../events/automatic-event';
import { appendEvent } from '../events/repository';
import { touchMove } from '../moves/repository';
import type { Act } from '../shared/deps';

/**
 * Notes in the log, in the name of the journey's supplier, that a journey was made or changed by a request. Such an
 * event changes nothing by itself, so the log is not replayed. The move counts as changed.
 */
export function recordJourney(act: Act, eventType: 'JourneyCreate' | 'JourneyUpdate', journey: Journey): void {
  const { id, moveId, supplierId } = journey;
  appendEvent(act.tx, automaticEvent(act, eventType, 'journeys', id, { supplierId }));
  touchMove(act.tx, moveId, act.now);
}
