import type { Call } from '../client';
import { many, one, relatedId, type Reply, type Resource, withId } from '../reply';
import type { Api } from '../walkthrough';
import { rendered, toLocation, van } from './demo';
import { type Move, printedMoment } from './moves';
import { write } from './requests';

export interface Leg {
  /** Location ids, spelt as the page prints them. */
  from: string;
  to: string;
  billable: boolean;
  vehicle?: { id: string; registration: string };
  timestamp?: string;
  /** False where the page leaves the date out; either way it is the move's. */
  dated?: boolean;
}

/** A journey as it was created, with the call that created it. */
export interface Journey {
  id: string;
  move: Move;
  leg: Leg;
  call: Call;
  reply: Reply;
}

export interface JourneyShown {
  state: string;
  billable: boolean;
}

/** Adds a journey to the move: 201, in state proposed, with everything that was sent. */
export async function createJourney(api: Api, move: Move, leg: Leg): Promise<Journey> {
  const { from, to, billable, vehicle = van, timestamp = printedMoment, dated = true } = leg;
  const data = {
    type: 'journeys',
    attributes: { timestamp, billable, ...(dated && { date: move.date }), vehicle },
    relationships: { from_location: toLocation(from), to_location: toLocation(to) },
  };
  const call = write(api, move.supplier, 'POST', `/moves/${move.id}/journeys`, data, move.headers);
  const reply = await api.send(call, {
    status: 201,
    leadsTo: (created) => journeyShows(api, { move, leg, id: one(created).id }, { state: 'proposed', billable }),
  });
  return { id: one(reply).id, move, leg, call, reply };
}

/** Reads the journey back and checks state, billable, ends, date and vehicle. Gives what it shows in few words. */
export async function journeyShows(
  api: Api,
  { id, move, leg }: Pick<Journey, 'id' | 'move' | 'leg'>,
  expected: JourneyShown,
): Promise<string> {
  const shown = one(await api.read(`/api/moves/${move.id}/journeys/${id}`, move.supplier));
  api.holds('the journey', factsOf(shown), factsExpected(leg, expected));
  api.holds('date of the journey', shown.attributes['date'], move.date);
  return `journey ${expected.state}, ${expected.billable ? 'billable' : 'not billable'}`;
}

/** Reads every journey of the move back: exactly these, in these states, with these flags, numbered without a gap. */
export async function journeysAre(
  api: Api,
  move: Move,
  expected: readonly (JourneyShown & { journey: Journey })[],
): Promise<void> {
  const listed = many(await api.read(`/api/moves/${move.id}/journeys`, move.supplier));
  const numbers = listed.map(({ attributes }) => Number(attributes['number'])).sort((lower, higher) => lower - higher);
  api.holds(
    'numbers of the journeys',
    numbers,
    expected.map((_, index) => index + 1),
  );
  for (const { journey, ...shown } of expected)
    api.holds('a journey of the move', factsOf(withId(listed, journey.id)), factsExpected(journey.leg, shown));
}

/** Marks the journey as billable or not: 200, and nothing but the flag changes. */
export async function setBillable(
  api: Api,
  journey: Journey,
  expected: JourneyShown,
  timestamp = printedMoment,
): Promise<void> {
  const { id, move } = journey;
  const data = { type: 'journeys', attributes: { timestamp, billable: expected.billable } };
  const call = write(api, move.supplier, 'PATCH', `/moves/${move.id}/journeys/${id}`, data, move.headers);
  await api.send(call, { status: 200, leadsTo: () => journeyShows(api, journey, expected) });
}

function factsOf(journey: Resource): unknown {
  const { state, billable, vehicle } = journey.attributes;
  const ends = { from: relatedId(journey, 'from_location'), to: relatedId(journey, 'to_location') };
  return { state, billable, vehicle, ...ends };
}

function factsExpected({ from, to, vehicle = van }: Leg, { state, billable }: JourneyShown): unknown {
  return { state, billable, vehicle, from: rendered(from), to: rendered(to) };
}
