import type { Clock } from '@switchyard/domain';
import type { Courier, Reply } from '../courier/courier';
import { AttemptAborted, AttemptFailed } from '../courier/courier';
import { retryAfterMs } from '../courier/retry-after';
import type { RetryProfile } from '../profile';
import type { RequestStyle } from '../request-style';
import type { SecretBox } from '@switchyard/db';
import type { AttemptResult, Claimed } from './claimed';

export interface SendContext {
  courier: Courier;
  secrets: SecretBox;
  clock: Clock;
  /** For what receivers compare with their own clocks. */
  realClock: Clock;
  profileOf(name: string | null): RetryProfile;
  styleOf(name: string): RequestStyle;
  onError(error: unknown): void;
}

/** Makes one attempt; null when `signal` broke it off. Never throws. */
export async function send(claimed: Claimed, context: SendContext, signal: AbortSignal): Promise<AttemptResult | null> {
  const { courier, clock, realClock, profileOf } = context;
  const startedAt = clock.now();
  const begun = performance.now();
  let headers: Record<string, string> = {};
  const result = (outcome: Outcome): AttemptResult => ({
    startedAt,
    durationMs: Math.round(performance.now() - begun),
    requestHeaders: withoutCredentials(headers),
    ...nothing,
    ...outcome,
  });
  try {
    headers = headersOf(claimed, context);
    const { url, body, profile } = claimed;
    const request = { method: 'POST', url, headers, body } as const;
    return result(ofReply(await courier.send(request, profileOf(profile).timeouts, signal), realClock.now()));
  } catch (error) {
    if (error instanceof AttemptAborted) return null;
    if (error instanceof AttemptFailed) {
      return result({ errorCode: error.code, error: printable(error.message), address: error.address });
    }
    context.onError(error);
    return result({ errorCode: 'INTERNAL', error: 'the request could not be made' });
  }
}

type Outcome = Partial<AttemptResult> & Pick<AttemptResult, 'errorCode' | 'error'>;

const nothing = { address: null, status: null, retryAfter: null, responseHeaders: {}, responseBody: '' };

function headersOf(claimed: Claimed, { secrets, realClock, styleOf }: SendContext): Record<string, string> {
  const { endpointId, secret, previousSecret, basic } = claimed;
  const open = (sealed: string | null): string | null => sealed && secrets.open(sealed, endpointId);
  return styleOf(claimed.style)({
    ...claimed,
    attempt: claimed.attemptInSeries,
    sentAt: realClock.now(),
    secret: secrets.open(secret, endpointId),
    previousSecret: open(previousSecret),
    basic: open(basic),
  });
}

function ofReply({ status, headers, body, address }: Reply, realNow: Date): Outcome {
  const acknowledged = status >= 200 && status < 300;
  return {
    status,
    address,
    errorCode: acknowledged ? null : 'HTTP_STATUS',
    error: acknowledged ? null : `the receiver answered ${status}`,
    retryAfter: retryAfterMs(headers['retry-after'], realNow),
    responseHeaders: Object.fromEntries(
      loggedHeaders.flatMap((name) => {
        const value = headers[name];
        return typeof value === 'string' ? [[name, printable(value).slice(0, 500)]] : [];
      }),
    ),
    responseBody: printable(body.toString('utf8')),
  };
}

const loggedHeaders = ['content-type', 'content-length', 'date', 'location', 'retry-after', 'server', 'x-request-id'];

/** PostgreSQL holds no NUL in text, nor half a surrogate pair. */
const printable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

const withoutCredentials = (headers: Record<string, string>): Record<string, string> =>
  'Authorization' in headers ? { ...headers, Authorization: 'Basic ***' } : headers;
