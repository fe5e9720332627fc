import { randomBytes } from 'node:crypto';
import { challengeUrl } from '@switchyard/domain/wrm';
import type { Courier, Timeouts } from '@switchyard/webhooks';
import { AttemptFailed, hubSignature } from '@switchyard/webhooks';
import { USER_AGENT } from './wrm-style';

const CHALLENGE_BYTES = 32;
/** Of the answer no more is read. */
const ANSWER_BYTES = 8 * 1024;

export interface Question {
  webhookUrl: string;
  subscriberId: string;
  secret: string;
}

/**
 * Asks a webhook to echo a one-time text, by the published rules of the challenge: an anonymous GET whose query carries
 * it. Gives what is wrong with the answer, null when nothing is; a webhook that cannot be reached is told alike.
 */
export async function askWebhook(courier: Courier, question: Question, timeouts: Timeouts): Promise<string | null> {
  const { webhookUrl, subscriberId, secret } = question;
  const challenge = randomBytes(CHALLENGE_BYTES).toString('base64url');
  const url = challengeUrl(webhookUrl, challenge, subscriberId);
  const headers = {
    Accept: 'application/json',
    'User-Agent': USER_AGENT,
    // There is no body to sign; what proves that the question is ours is the signature of the query, as it is sent.
    'X-Hub-Signature': hubSignature(secret, ''),
    'X-WRM-Signature-Query': hubSignature(secret, new URL(url).search.slice(1)),
  };
  try {
    const reply = await courier.send({ method: 'GET', url, headers, keep: ANSWER_BYTES }, timeouts);
    if (reply.status !== 200) return `The webhook answered ${reply.status} in place of 200.`;
    if (!isJson(reply.headers['content-type'])) return 'The webhook did not answer in JSON.';
    return echoes(reply.body, challenge) ? null : 'The webhook did not echo the challenge.';
  } catch (error) {
    if (error instanceof AttemptFailed) return `The webhook could not be reached: ${error.code}.`;
    throw error;
  }
}

const isJson = (contentType: string | undefined): boolean =>
  contentType === undefined || /^application\/([\w.+-]+\+)?json *(;|$)/i.test(contentType.trim());

function echoes(body: Buffer, challenge: string): boolean {
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return typeof answer === 'object' && answer !== null && 'challenge' in answer && answer.challenge === challenge;
  } catch {
    return false;
  }
}
