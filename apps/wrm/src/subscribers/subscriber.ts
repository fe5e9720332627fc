import type { NotifyType, SubscriberState } from '@switchyard/domain/wrm';

/** A subscription of a party. Its secret, and what it is sent, are the delivery engine's, under the same id. */
export interface Subscriber {
  id: string;
  partyId: string;
  status: SubscriberState;
  webhookUrl: string;
  /** Takes the place of `webhookUrl` once its challenge is passed. */
  pendingUrl: string | null;
  notificationTypes: readonly NotifyType[];
  description: string | null;
  /** One more for every rotation. */
  secretVersion: number;
  challenge: ChallengeProgress;
  /** Starts by hand, in the hour that began with the first of them. */
  manualStarts: { count: number; since: Date | null };
  createdAt: Date;
}

/** Where a series of challenges stands. */
export interface ChallengeProgress {
  attempts: number;
  /** When the next attempt is due; of the last one under way, when it counts as lost. Null when none is to come. */
  dueAt: Date | null;
  lastAt: Date | null;
  lastError: string | null;
}

/** A new series, due at `now`. */
export const challengedFrom = (now: Date): ChallengeProgress => ({
  attempts: 0,
  dueAt: now,
  lastAt: null,
  lastError: null,
});

/** The URL that a challenge of this subscription goes to. */
export const challengedUrl = ({ pendingUrl, webhookUrl }: Subscriber): string => pendingUrl ?? webhookUrl;
