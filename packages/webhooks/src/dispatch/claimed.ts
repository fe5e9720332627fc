import type { FailureCode } from '../courier/failure';

/** The head of a lane, leased by this process, with all that its sending takes. Secrets are still sealed. */
export interface Claimed {
  leasedBy: string;
  laneId: number;
  deliveryId: string;
  endpointId: string;
  notificationId: string;
  type: string;
  contentType: string;
  body: Buffer;
  sequence: number | null;
  redelivery: boolean;
  /** Counts all requests of the delivery. */
  attempt: number;
  /** Counts those of this series. */
  attemptInSeries: number;
  /** Of this series, before this attempt. */
  failures: number;
  /** Since when it could have been sent. */
  sendableSince: Date;
  url: string;
  style: string;
  profile: string | null;
  secret: string;
  previousSecret: string | null;
  basic: string | null;
  /** True while the endpoint gets one request at a time. */
  ailing: boolean;
}

/** What came of one attempt. */
export interface AttemptResult {
  startedAt: Date;
  durationMs: number;
  address: string | null;
  /** Null when no reply came. */
  status: number | null;
  /** Null for an acknowledgement. */
  errorCode: FailureCode | null;
  error: string | null;
  /** What a `Retry-After` asks for, in milliseconds. */
  retryAfter: number | null;
  requestHeaders: Record<string, string>;
  responseHeaders: Record<string, string>;
  responseBody: string;
}

/** An attempt that is over; without a result it was broken off by ourselves, and the delivery is given back. */
export interface Ended {
  claimed: Claimed;
  result: AttemptResult | null;
}
