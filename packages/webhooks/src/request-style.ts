import { hubSignature } from './signatures/hub';
import { pecsSignature } from './signatures/pecs';
import { standardSecret, standardSignature } from './signatures/standard';

/** The facts of one attempt, from which its headers are made. */
export interface AttemptFacts {
  deliveryId: string;
  notificationId: string;
  type: string;
  contentType: string;
  /** Counts within its lane from 1; null outside the lanes. */
  sequence: number | null;
  /** Counts within the series from 1. */
  attempt: number;
  redelivery: boolean;
  sentAt: Date;
  body: Uint8Array;
  secret: string;
  /** While a rotation is open. */
  previousSecret: string | null;
  /** `user:password` for HTTP Basic. */
  basic: string | null;
}

/** Makes the request headers of one attempt; never a secret in clear, but for `Authorization`, which is not logged. */
export type RequestStyle = (facts: AttemptFacts) => Record<string, string>;

export interface HubOptions {
  /** Of the headers with the delivery's facts: `X-WRM` gives `X-WRM-Delivery-Id`. */
  prefix: string;
  userAgent: string;
}

/** `X-Hub-Signature`, the facts of the delivery, and the Standard Webhooks headers beside them under the same key. */
export function hubStyle({ prefix, userAgent }: HubOptions): RequestStyle {
  return (facts) => ({
    'Content-Type': facts.contentType,
    'User-Agent': userAgent,
    'X-Hub-Signature': hubSignature(facts.secret, facts.body),
    ...(facts.previousSecret !== null && {
      'X-Hub-Signature-Previous': hubSignature(facts.previousSecret, facts.body),
    }),
    ...standardSignature(secretsOf(facts).map(Buffer.from), { ...facts, id: facts.notificationId }),
    [`${prefix}-Notification-Type`]: facts.type,
    [`${prefix}-Notification-Id`]: facts.notificationId,
    [`${prefix}-Delivery-Id`]: facts.deliveryId,
    [`${prefix}-Attempt`]: String(facts.attempt),
    ...(facts.sequence !== null && { [`${prefix}-Sequence`]: String(facts.sequence) }),
    [`${prefix}-Redelivery`]: String(facts.redelivery),
    ...authorization(facts),
  });
}

/** The published headers of Book a Secure Move; there is one signature, by the current secret. */
export function pecsStyle({ userAgent = 'pecs-webhooks/v1' }: { userAgent?: string } = {}): RequestStyle {
  return (facts) => ({
    'Content-Type': facts.contentType,
    'User-Agent': userAgent,
    'PECS-NOTIFICATION-ID': facts.notificationId,
    'PECS-SIGNATURE': pecsSignature(facts.secret, facts.body),
    ...authorization(facts),
  });
}

/** Standard Webhooks alone; the id is the delivery's, and `whsec_` secrets are decoded. */
export function standardStyle({ userAgent }: { userAgent: string }): RequestStyle {
  return (facts) => ({
    'Content-Type': facts.contentType,
    'User-Agent': userAgent,
    ...standardSignature(secretsOf(facts).map(standardSecret), { ...facts, id: facts.deliveryId }),
    ...authorization(facts),
  });
}

const secretsOf = ({ secret, previousSecret }: AttemptFacts): string[] =>
  previousSecret === null ? [secret] : [secret, previousSecret];

const authorization = ({ basic }: AttemptFacts): Record<string, string> =>
  basic === null ? {} : { Authorization: `Basic ${Buffer.from(basic).toString('base64')}` };
