import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { FaultInjection } from '@switchyard/domain/wrm';

interface FaultsRow {
  subscriber_id: string;
  faults: FaultInjection;
}

const ofAll = prepared<FaultsRow>('faults-of-all', 'select subscriber_id, faults from fault_injection');
const ofOne = prepared<FaultsRow>('faults-of-one', 'select * from fault_injection where subscriber_id = $1');

/** The faults of every subscription that has some. */
export const allInjectedFaults = async (db: Connection): Promise<Map<string, FaultInjection>> =>
  new Map((await db.rows(ofAll)).map(({ subscriber_id, faults }) => [subscriber_id, faults]));

export const findInjectedFaults = async (db: Connection, subscriberId: string): Promise<FaultInjection | undefined> =>
  (await db.first(ofOne, [subscriberId]))?.faults;

/** Every process loads what it remembers of faults again. */
const announce = prepared('faults-announce', `select pg_notify(current_schema(), 'faults')`);
const upsert = prepared(
  'faults-upsert',
  `insert into fault_injection values ($1, $2) on conflict (subscriber_id) do update set faults = excluded.faults`,
);
const remove = prepared('faults-remove', 'delete from fault_injection where subscriber_id = $1');

export function saveInjectedFaults(tx: Transaction, subscriberId: string, faults: FaultInjection): void {
  tx.send(upsert, [subscriberId, JSON.stringify(faults)]);
  tx.send(announce);
}

export function clearInjectedFaults(tx: Transaction, subscriberId: string): void {
  tx.send(remove, [subscriberId]);
  tx.send(announce);
}
