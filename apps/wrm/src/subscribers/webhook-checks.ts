import type { CodedFault } from '@switchyard/domain/wrm';
import { fault, normalisedUrl, refuseFaults, subscriberLimits } from '@switchyard/domain/wrm';
import type { Egress, EgressRefusal } from '@switchyard/webhooks';
import type { Subscriber } from './subscriber';

const sentences: Record<EgressRefusal, string> = {
  url: 'webhookUrl must be a URL of at most 2048 characters.',
  scheme: 'webhookUrl must be https.',
  credentials: 'webhookUrl must not hold a user name or password.',
  fragment: 'webhookUrl must not hold a fragment.',
  port: 'The port of webhookUrl must be 443 or from 1024 to 65535.',
  'literal address': 'The host of webhookUrl must be a DNS name.',
  address: 'The host of webhookUrl must have public addresses only.',
};

/**
 * Refuses a webhook that may not be called, 422; every attempt is checked again. Resolves its name, so it is asked
 * outside any transaction; a name that does not resolve now is left to the challenge.
 */
export async function refuseForbiddenWebhook(egress: Egress, url: string): Promise<void> {
  const refusal = await egress.refuseTarget(url);
  refuseFaults(refusal ? [fault('WRM-422-30', 'subscriber', 'format', ['webhookUrl'], sentences[refusal])] : []);
}

/** A party subscribes a webhook once, be it the present or the coming one of a subscription. */
export function checkUrlIsFree(url: string, others: readonly Subscriber[]): CodedFault[] {
  const wanted = normalisedUrl(url);
  const taken = others.find(({ webhookUrl, pendingUrl }) =>
    [webhookUrl, pendingUrl].some((each) => each !== null && normalisedUrl(each) === wanted),
  );
  const message = 'The party has a live subscription of this webhookUrl.';
  return taken
    ? [fault('WRM-409-30', 'subscriber', 'duplicate', ['webhookUrl'], message, { existingSubscriberId: taken.id })]
    : [];
}

/** A party has a bounded number of live subscriptions. */
export function checkRoom(others: readonly Subscriber[]): CodedFault[] {
  const message = `The party has ${subscriberLimits.perParty} live subscriptions: end one first.`;
  return others.length < subscriberLimits.perParty
    ? []
    : [fault('WRM-409-35', 'subscriber', 'state', ['subscriberId'], message)];
}
