import type { FailureCode } from '../courier/courier';

/** Where a delivery stands, as a reader sees it. */
export type DeliveryStatus =
  'pending' | 'in_flight' | 'retrying' | 'held' | 'delivered' | 'dead' | 'skipped' | 'cancelled';

/** A delivery without its bytes. */
export interface Delivery {
  /** The order in which deliveries were recorded: the cursor of lists. */
  number: number;
  id: string;
  endpointId: string;
  notificationId: string;
  type: string;
  subject: string | null;
  /** Within its lane, from 1; null outside the lanes. */
  sequence: number | null;
  contentType: string;
  status: DeliveryStatus;
  redelivery: boolean;
  attemptCount: number;
  /** Null once it is over. */
  nextAttemptAt: Date | null;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface DeliveryQuery {
  endpointId?: string;
  statuses?: readonly DeliveryStatus[];
  types?: readonly string[];
  subject?: string;
  /** Those of one notification, to all endpoints. */
  notificationId?: string;
  /** Created then or later. */
  from?: Date;
  /** Created before. */
  to?: Date;
  /** Deliveries before this number: the `next` of the page before. */
  before?: number;
  limit: number;
}

export interface DeliveryPage {
  deliveries: Delivery[];
  /** Where the next page begins; null on the last. */
  next: number | null;
}

/** A delivery with its bytes and its history. */
export interface DeliveryDetail extends Delivery {
  body: Buffer;
  /** The oldest first; those older than the retention are gone. */
  attempts: Attempt[];
}

/** One request and what came of it. */
export interface Attempt {
  /** Counts all requests of the delivery, from 1; a number is missing where a process died under way. */
  attempt: number;
  startedAt: Date;
  durationMs: number;
  /** The address that was connected to. */
  address: string | null;
  status: number | null;
  /** Null for an acknowledgement. */
  errorCode: FailureCode | null;
  error: string | null;
  /** As sent, signatures included, credentials left out. */
  requestHeaders: Record<string, string>;
  /** Those of the reply that are worth keeping. */
  responseHeaders: Record<string, string>;
  /** The beginning of the reply's body. */
  responseBody: string;
}
