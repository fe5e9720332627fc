import { setTimeout as pause } from 'node:timers/promises';
import { Unexpected } from '../unexpected';
import type { Api } from '../walkthrough';
import { bodyOf } from './body';
import type { Party } from './demo';
import { post, remove, shown } from './requests';
import type { After } from './tidily';
import { Webhook } from './webhook';

/** A party with a verified subscription, and the receiver of what it is told. */
export interface Subscribed extends Party {
  subscriberId: string;
  webhook: Webhook;
}

const pauseMs = 50;
const patienceMs = 20_000;

/** Subscribes a party: its secret key and its URL, and the challenge that the URL echoes. */
export async function subscribe(api: Api, party: Party, after: After): Promise<Subscribed> {
  const secretKey = `walkthrough-${api.uuid()}`;
  const webhook = await Webhook.open(secretKey);
  after(() => webhook.close());
  const reply = await api.send(post(party, '/subscribers', { secretKey, webhookUrl: webhook.url }), {
    status: 201,
    leadsTo: async (created) => {
      await webhook.challenged();
      const status = await settledStatus(api, party, String(bodyOf(created)['subscriberId']));
      api.holds(`status of the subscription of ${party.id}`, status, 'Verified');
      return `${party.id} was challenged, ${status}`;
    },
  });
  const subscriberId = String(bodyOf(reply)['subscriberId']);
  after(() => api.send(remove(party, `/subscribers/${subscriberId}`), { status: 204, leadsTo: () => 'deleted' }));
  return { ...party, subscriberId, webhook };
}

/** The status of the subscription once its challenge is settled. */
async function settledStatus(api: Api, party: Party, subscriberId: string): Promise<string> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pauseMs) {
    const status = String((await shown(api, party, `/subscribers/${subscriberId}`))['status']);
    if (status !== 'PendingVerification') return status;
    await pause(pauseMs);
  }
  throw new Unexpected(`subscription ${subscriberId}`, 'Verified', 'PendingVerification');
}
