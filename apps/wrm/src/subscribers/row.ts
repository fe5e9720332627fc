import type { NotifyType, SubscriberState } from '@switchyard/domain/wrm';
import { normalisedUrl } from '@switchyard/domain/wrm';
import type { Subscriber } from './subscriber';

export interface SubscriberRow {
  id: string;
  party_id: string;
  status: SubscriberState;
  webhook_url: string;
  pending_url: string | null;
  notification_types: NotifyType[];
  description: string | null;
  secret_version: number;
  challenge_attempts: number;
  challenge_due_at: Date | null;
  challenge_last_at: Date | null;
  challenge_last_error: string | null;
  manual_starts: number;
  manual_starts_since: Date | null;
  created_at: Date;
}

export const toSubscriber = (row: SubscriberRow): Subscriber => ({
  id: row.id,
  partyId: row.party_id,
  status: row.status,
  webhookUrl: row.webhook_url,
  pendingUrl: row.pending_url,
  notificationTypes: row.notification_types,
  description: row.description,
  secretVersion: row.secret_version,
  challenge: {
    attempts: row.challenge_attempts,
    dueAt: row.challenge_due_at,
    lastAt: row.challenge_last_at,
    lastError: row.challenge_last_error,
  },
  manualStarts: { count: row.manual_starts, since: row.manual_starts_since },
  createdAt: row.created_at,
});

/** The record as the table has it, for `jsonb_populate_record`. */
export const subscriberRecord = (subscriber: Subscriber, now: Date): Record<string, unknown> => ({
  id: subscriber.id,
  party_id: subscriber.partyId,
  status: subscriber.status,
  webhook_url: subscriber.webhookUrl,
  normalised_url: normalisedUrl(subscriber.webhookUrl),
  pending_url: subscriber.pendingUrl,
  notification_types: subscriber.notificationTypes,
  description: subscriber.description,
  secret_version: subscriber.secretVersion,
  challenge_attempts: subscriber.challenge.attempts,
  challenge_due_at: subscriber.challenge.dueAt,
  challenge_last_at: subscriber.challenge.lastAt,
  challenge_last_error: subscriber.challenge.lastError,
  manual_starts: subscriber.manualStarts.count,
  manual_starts_since: subscriber.manualStarts.since,
  created_at: subscriber.createdAt,
  updated_at: now,
});
