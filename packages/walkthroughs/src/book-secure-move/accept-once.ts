import type { Api } from '../walkthrough';
import { needsKey, refusesOtherBody, replays } from './idempotency';
import { type Move, moveAction } from './moves';

/** Accepts a move, and shows that its key protects it: no key, the same call again, the key with another moment. */
export async function acceptOnce(api: Api, move: Move, timestamp: string): Promise<void> {
  const { call, reply } = await moveAction(api, move, 'accept', { timestamp }, 'booked');
  await needsKey(api, call);
  await replays(api, call, reply);
  await refusesOtherBody(api, call, { timestamp: '2020-07-20T10:59:00.000Z' });
}
