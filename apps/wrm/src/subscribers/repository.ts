import type { Connection, Transaction } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { SubscriberState } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { ofOwnParty } from '../shared/sight';
import type { SubscriberRow } from './row';
import { subscriberRecord, toSubscriber } from './row';
import type { Subscriber } from './subscriber';

const partyId = literal('party_id');
const isLive = literal(`status <> 'Deleted'`);

/** A live subscription in the caller's sight. Throws NotFound. */
export const getSubscriber = (db: Connection, caller: Caller, id: string): Promise<Subscriber> =>
  one(db, caller, id, isLive);

/** As `getSubscriber`, of one that was ended too: its log is kept. Throws NotFound. */
export const getSubscriberEver = (db: Connection, caller: Caller, id: string): Promise<Subscriber> =>
  one(db, caller, id, literal('true'));

async function one(db: Connection, caller: Caller, id: string, condition: typeof isLive): Promise<Subscriber> {
  const row = await db.first<SubscriberRow>(
    sql`select * from subscriber where id = ${id} and ${condition} and ${ofOwnParty(caller, partyId)}`,
  );
  if (!row) throw new NotFound('subscriber', id);
  return toSubscriber(row);
}

const lock = prepared('subscriber-lock', 'select from subscriber where id = $1 for no key update');

/** As `getSubscriber`, and holds the row until the request commits. */
export async function lockSubscriber(tx: Transaction, caller: Caller, id: string): Promise<Subscriber> {
  const [, subscriber] = await Promise.all([tx.rows(lock, [id]), getSubscriber(tx, caller, id)]);
  return subscriber;
}

const byId = prepared<SubscriberRow>(
  'subscriber-lock-any',
  `select * from subscriber where id = $1 and status <> 'Deleted' for no key update`,
);

/** A live subscription, whoever's, with its row held: for what the service does by itself. */
export async function findAndLockSubscriber(tx: Transaction, id: string): Promise<Subscriber | undefined> {
  const row = await tx.first(byId, [id]);
  return row && toSubscriber(row);
}

const due = prepared<SubscriberRow>(
  'subscribers-challenge-due',
  `select * from subscriber where challenge_due_at <= $1
   order by challenge_due_at limit $2 for no key update skip locked`,
);

/** Subscriptions whose challenge is due, the longest due first; those that another process holds are left to it. */
export const lockDueChallenges = async (tx: Transaction, now: Date, limit: number): Promise<Subscriber[]> =>
  (await tx.rows(due, [now, limit])).map(toSubscriber);

const lockParty = prepared('subscriber-lock-party', 'select from party where id = $1 for no key update');
const ofParty = prepared<SubscriberRow>(
  'subscribers-of-party',
  `select * from subscriber where party_id = $1 and status <> 'Deleted' order by created_at, id`,
);

/** The live subscriptions of a party, to which none is added nor changes its URL before the commit. */
export async function lockSubscribersOf(tx: Transaction, partyId: string): Promise<Subscriber[]> {
  const [, rows] = await Promise.all([tx.rows(lockParty, [partyId]), tx.rows(ofParty, [partyId])]);
  return rows.map(toSubscriber);
}

/** One more than a page, oldest first. */
export async function listSubscribers(
  db: Connection,
  caller: Caller,
  status: SubscriberState | undefined,
  { limit, after }: PageRequest,
): Promise<Subscriber[]> {
  const conditions = [
    isLive,
    ofOwnParty(caller, partyId),
    ...(status ? [sql`status = ${status}`] : []),
    ...(after ? [sql`(created_at, id) > (${after.key}::timestamptz, ${after.id})`] : []),
  ];
  const rows = await db.rows<SubscriberRow>(
    sql`select * from subscriber where ${all(conditions)} order by created_at, id limit ${limit + 1}`,
  );
  return rows.map(toSubscriber);
}

const nextNumber = prepared<{ number: string }>('subscriber-number', `select nextval('subscriber_number') as number`);

/** An id that no other subscription has; one that is not used leaves a gap. */
export const nextSubscriberId = async (db: Connection): Promise<string> => String((await db.first(nextNumber))!.number);

const upsert = prepared(
  'subscriber-upsert',
  `insert into subscriber select * from jsonb_populate_record(null::subscriber, $1::jsonb)
   on conflict (id) do update set status = excluded.status, webhook_url = excluded.webhook_url,
     normalised_url = excluded.normalised_url, pending_url = excluded.pending_url,
     notification_types = excluded.notification_types, description = excluded.description,
     secret_version = excluded.secret_version, challenge_attempts = excluded.challenge_attempts,
     challenge_due_at = excluded.challenge_due_at, challenge_last_at = excluded.challenge_last_at,
     challenge_last_error = excluded.challenge_last_error, manual_starts = excluded.manual_starts,
     manual_starts_since = excluded.manual_starts_since, updated_at = excluded.updated_at`,
);

/** Stores a subscription, new or changed. The caller holds its row. */
export function saveSubscriber(tx: Transaction, subscriber: Subscriber, now: Date): void {
  tx.send(upsert, [JSON.stringify(subscriberRecord(subscriber, now))]);
}
