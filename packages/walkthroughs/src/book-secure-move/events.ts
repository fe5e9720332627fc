import { one, relatedId } from '../reply';
import type { Api } from '../walkthrough';
import { rendered, toLocation } from './demo';
import type { Move } from './moves';
import { write } from './requests';

interface Posted {
  eventType: string;
  /** ISO 8601, UTC; the page sends the same moment as occurred_at and recorded_at. */
  at: string;
  about: { type: 'moves' | 'journeys'; id: string };
  /** The location that a redirect leads to, spelt as printed. */
  to?: string;
}

/** Posts one generic event in the page's words: 201 with the stored event, and then the state that it led to. */
export async function postEvent(
  api: Api,
  move: Move,
  { eventType, at, about, to }: Posted,
  leadsTo: () => Promise<string>,
): Promise<void> {
  const notes = 'example note: lorem ipsum dolor sit amet';
  const data = {
    type: 'events',
    attributes: { occurred_at: at, recorded_at: at, notes, details: {}, event_type: eventType },
    relationships: { eventable: { data: about }, ...(to && { to_location: toLocation(to) }) },
  };
  const call = write(api, move.supplier, 'POST', '/events', data, move.headers);
  const event = one(await api.send(call, { status: 201, leadsTo }));
  const { event_type, classification, occurred_at, recorded_at, notes: kept } = event.attributes;
  api.holds(`the stored ${eventType}`, [event_type, classification, kept], [eventType, 'default', notes]);
  api.holds('occurred_at and recorded_at', [occurred_at, recorded_at], [inLondonSummer(at), inLondonSummer(at)]);
  api.holds('eventable', relatedId(event, 'eventable'), about.id);
  if (to) api.holds('to_location of the event', relatedId(event, 'to_location'), rendered(to));
}

/** A UTC moment of the summer as the service renders it: London time, without fraction, with its offset. */
function inLondonSummer(moment: string): string {
  const shifted = new Date(Date.parse(moment) + 60 * 60 * 1000);
  return `${shifted.toISOString().slice(0, 19)}+01:00`;
}
