import type { Call, Caller } from '../client';
import { one, relatedId, type Reply } from '../reply';
import type { Api } from '../walkthrough';
import { rendered, toLocation } from './demo';
import { type HeaderStyle, write } from './requests';

/** A move, who carries it out, and how that supplier writes its calls. */
export interface Move {
  id: string;
  /** `YYYY-MM-DD`. */
  date: string;
  supplier: Caller;
  headers: HeaderStyle;
}

/** What a move is to show when it is read back. Ids may be spelt as printed. */
export interface MoveShown {
  status?: string;
  to?: string;
  isLockout?: boolean;
}

/** The moment that the page on journeys and payment prints on every call. */
export const printedMoment = '2020-04-21T13:20:50.52Z';

/** Reads the move back as its supplier and checks it. Gives what it shows in few words. */
export async function moveShows(api: Api, move: Move, { status, to, isLockout }: MoveShown): Promise<string> {
  const shown = one(await api.read(`/api/moves/${move.id}`, move.supplier));
  if (status !== undefined) api.holds('status of the move', shown.attributes['status'], status);
  if (to !== undefined) api.holds('to_location of the move', relatedId(shown, 'to_location'), rendered(to));
  if (isLockout !== undefined) api.holds('is_lockout of the move', shown.attributes['is_lockout'], isLockout);
  return `move ${String(shown.attributes['status'])}${isLockout ? ', locked out' : ''}${to ? `, to ${to}` : ''}`;
}

export type MoveAction = 'accept' | 'start' | 'complete';

const typeOf: Record<MoveAction, string> = { accept: 'accepts', start: 'starts', complete: 'completes' };

/** Accepts, starts or completes a move through its own route: 204 without a body, then the status that was expected. */
export async function moveAction(
  api: Api,
  move: Move,
  action: MoveAction,
  attributes: { timestamp: string; notes?: string },
  status: string,
): Promise<{ call: Call; reply: Reply }> {
  const data = { type: typeOf[action], attributes };
  const call = write(api, move.supplier, 'POST', `/moves/${move.id}/${action}`, data, move.headers);
  const reply = await api.send(call, { status: 204, leadsTo: () => moveShows(api, move, { status }) });
  api.holds(`length of the body of ${action}`, reply.bytes.length, 0);
  return { call, reply };
}

/** Sends the move somewhere else; its destination changes, its status does not. */
export async function redirect(api: Api, move: Move, to: string, notes: string, at = printedMoment): Promise<void> {
  const data = {
    type: 'redirects',
    attributes: { timestamp: at, notes },
    relationships: { to_location: toLocation(to) },
  };
  const call = write(api, move.supplier, 'POST', `/moves/${move.id}/redirects`, data, move.headers);
  await api.send(call, { status: 204, leadsTo: () => moveShows(api, move, { to }) });
}

/** Records that a location refused admission; the move is then a lockout, and goes where it went before. */
export async function lockout(api: Api, move: Move, from: string, to: string, notes: string): Promise<void> {
  const data = {
    type: 'lockouts',
    attributes: { timestamp: printedMoment, notes },
    relationships: { from_location: toLocation(from) },
  };
  const call = write(api, move.supplier, 'POST', `/moves/${move.id}/lockouts`, data, move.headers);
  await api.send(call, { status: 204, leadsTo: () => moveShows(api, move, { isLockout: true, to }) });
}
