import type { Call } from '../client';
import { includedOf, relatedId, type Reply } from '../reply';
import type { Api } from '../walkthrough';
import { rendered, toLocation } from './demo';
import { type Journey, journeyShows } from './journeys';
import { printedMoment } from './moves';
import { write } from './requests';

export type JourneyAction = 'start' | 'cancel' | 'complete' | 'reject';

const actions: Record<JourneyAction, { type: string; state: string }> = {
  start: { type: 'starts', state: 'in_progress' },
  cancel: { type: 'cancels', state: 'cancelled' },
  complete: { type: 'completes', state: 'completed' },
  reject: { type: 'rejects', state: 'rejected' },
};

/** An action through the journey's own route: 204, and the state that the page names; billable stays as it was. */
export async function act(
  api: Api,
  journey: Journey,
  action: JourneyAction,
  notes?: string,
  timestamp = printedMoment,
): Promise<{ call: Call; reply: Reply }> {
  const { type, state } = actions[action];
  const { id, move, leg } = journey;
  const data = { type, attributes: { timestamp, ...(notes && { notes }) } };
  const call = write(api, move.supplier, 'POST', `/moves/${move.id}/journeys/${id}/${action}`, data, move.headers);
  const leadsTo = (): Promise<string> => journeyShows(api, journey, { state, billable: leg.billable });
  return { call, reply: await api.send(call, { status: 204, leadsTo }) };
}

/**
 * Records that the journey ended in a lodging; its state stays. The page names the place `from_location`, where the
 * API otherwise wants `to_location`: it is sent as printed, and must be stored under the API's own name.
 */
export async function lodge(api: Api, journey: Journey, at: string, notes: string): Promise<void> {
  const { id, move, leg } = journey;
  const data = {
    type: 'lodgings',
    attributes: { timestamp: printedMoment, notes },
    relationships: { from_location: toLocation(at) },
  };
  const call = write(api, move.supplier, 'POST', `/moves/${move.id}/journeys/${id}/lodgings`, data, move.headers);
  const leadsTo = (): Promise<string> => journeyShows(api, journey, { state: 'completed', billable: leg.billable });
  await api.send(call, { status: 204, leadsTo });
  const timeline = await api.read(`/api/moves/${move.id}?include=timeline_events`, move.supplier);
  const stored = includedOf(timeline, 'events').filter(
    ({ attributes }) => attributes['event_type'] === 'JourneyLodging',
  );
  const places = stored.map((event) => relatedId(event, 'to_location'));
  api.holds('to_location of the stored lodging', places, [rendered(at)]);
}
