/** How an endpoint is tried: all of it data, so that a deployment can have its own. Times in milliseconds. */
export interface RetryProfile {
  name: string;
  /** The wait before the first attempt, and after each failure. */
  delays: readonly number[];
  /** After the last delay: try on at that interval until `maxAge`, or give up. */
  afterLast: 'repeat' | 'give up';
  /** How old a delivery may become, counted from when it could first be sent; it then gets one last attempt. */
  maxAge: number | null;
  /** Each delay varies by up to this share of itself, either way. */
  jitter: number;
  /** `Retry-After` is honoured up to this long. */
  longestRetryAfter: number;
  /** A 429 pauses the endpoint for at least this long. */
  pauseAfter429: number;
  /** After failing for so long, the operator is told. */
  alertAfter: number;
  /** After failing for so long, the endpoint is held. */
  holdAfter: number;
  timeouts: Timeouts;
}

/** How long an attempt may take, in milliseconds. */
export interface Timeouts {
  /** To resolve the name and connect, the TLS handshake included. */
  connect: number;
  /** From the request to the end of the reply's headers. */
  firstByte: number;
  /** For the reply's body, which has no meaning: when it takes longer it is cut off, and the status stands. */
  body: number;
  /** For everything up to the reply's headers. */
  total: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const timeouts: Timeouts = { connect: 5 * SECOND, firstByte: 10 * SECOND, body: 2 * SECOND, total: 15 * SECOND };

/** The published schedule of Standard Webhooks: ten attempts in three and a half days. */
const standard: RetryProfile = {
  name: 'standard',
  delays: [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
  afterLast: 'give up',
  maxAge: null,
  jitter: 0.1,
  longestRetryAfter: DAY,
  pauseAfter429: 0,
  alertAfter: HOUR,
  holdAfter: 5 * DAY,
  timeouts,
};

/** The published rules of the sibling API of the Work Request Manager: half a minute three times, then five minutes. */
const chorus: RetryProfile = {
  name: 'chorus',
  delays: [0, 30 * SECOND, 30 * SECOND, 30 * SECOND, 5 * MINUTE],
  afterLast: 'repeat',
  maxAge: DAY,
  jitter: 0.1,
  longestRetryAfter: HOUR,
  pauseAfter429: 30 * SECOND,
  alertAfter: HOUR,
  holdAfter: 72 * HOUR,
  timeouts: { connect: 3 * SECOND, firstByte: 30 * SECOND, body: 2 * SECOND, total: 30 * SECOND },
};

/** For trying things out: five attempts within fifteen seconds, exactly. */
const sandbox: RetryProfile = {
  name: 'sandbox',
  delays: [0, SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND],
  afterLast: 'give up',
  maxAge: null,
  jitter: 0,
  longestRetryAfter: HOUR,
  pauseAfter429: 0,
  alertAfter: HOUR,
  holdAfter: 72 * HOUR,
  timeouts: { connect: 2 * SECOND, firstByte: 5 * SECOND, body: SECOND, total: 5 * SECOND },
};

export const retryProfiles = { standard, chorus, sandbox } as const;
