import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { FaultInjection, NamedSubscriber, NotifyType } from '@switchyard/domain/wrm';
import { wants } from '@switchyard/domain/wrm';

/** A live subscription, as far as whoever notifies it has to know. */
export interface Wanting {
  id: string;
  partyId: string;
  /** What is wanted; empty for everything. */
  notificationTypes: readonly NotifyType[];
  /** What the sandbox lets go wrong on purpose. */
  faults: FaultInjection | null;
}

interface WantingRow {
  id: string;
  party_id: string;
  notification_types: NotifyType[];
  faults: FaultInjection | null;
}

const ofParties = prepared<WantingRow>(
  'subscribers-wanting',
  `select id, party_id, notification_types, faults
   from subscriber left join fault_injection on subscriber_id = subscriber.id
   where party_id = any($1) and status <> 'Deleted' order by created_at, id`,
);

/** The live subscriptions of these parties, whatever their state: the engine holds what is for an unverified one. */
export async function subscribersOf(db: Connection, partyIds: readonly string[]): Promise<Wanting[]> {
  const rows = await db.rows(ofParties, [partyIds]);
  return rows.map(({ id, party_id, notification_types, faults }) => ({
    id,
    partyId: party_id,
    notificationTypes: notification_types,
    faults,
  }));
}

/** Whether it is the party's, and wants this type of notification. */
export const isFor = ({ partyId, notificationTypes }: Wanting, toPartyId: string, type: NotifyType): boolean =>
  partyId === toPartyId && wants(notificationTypes, type);

const named = prepared<{ party_id: string; live: boolean }>(
  'subscriber-named',
  `select party_id, status <> 'Deleted' as live from subscriber where id = $1`,
);

/** What is known of the subscription that an event names, for `checkSubscriber`. */
export async function findNamedSubscriber(db: Connection, id: string): Promise<NamedSubscriber | undefined> {
  const row = await db.first(named, [id]);
  return row && { partyId: row.party_id, isLive: row.live };
}
