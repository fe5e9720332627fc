import { includedOf, one, relatedIds, withId } from '../reply';
import type { Api } from '../walkthrough';
import type { Move } from './moves';

/** The events that one journey leaves behind. */
export const completedJourney = ['JourneyCreate', 'JourneyStart', 'JourneyComplete'];
export const cancelledJourney = ['JourneyCreate', 'JourneyStart', 'JourneyCancel'];

/** The events of a move from request to completion, whatever their order. */
export const completedMove = ['MoveRequested', 'MoveAccept', 'MoveStart', 'MoveComplete'];

/** Reads the whole timeline: these event types, each as often as it is listed here, in the order of their times. */
export async function timelineIs(api: Api, move: Move, expected: readonly string[]): Promise<void> {
  const reply = await api.read(`/api/moves/${move.id}?include=timeline_events`, move.supplier);
  const included = includedOf(reply, 'events');
  const timeline = relatedIds(one(reply), 'timeline_events').map((id) => withId(included, id));
  const types = timeline.map(({ attributes }) => String(attributes['event_type']));
  api.holds('event types on the timeline', types.toSorted(), [...expected].sort());
  const times = timeline.map(({ attributes }) => Date.parse(String(attributes['occurred_at'])));
  const ascending = times.toSorted((earlier, later) => earlier - later);
  api.holds('order of the timeline by occurred_at', times, ascending);
}
