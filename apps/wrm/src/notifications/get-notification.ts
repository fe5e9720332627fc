import type { Connection } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Delivery } from '@switchyard/webhooks';
import { listDeliveries } from '@switchyard/webhooks';
import type { Caller } from '../caller';
import { ofOwnParty } from '../shared/sight';
import type { NotificationRow } from './repository';
import { findNotifications } from './repository';

export interface FullNotification {
  notification: NotificationRow;
  deliveries: readonly Delivery[];
}

/** More than the subscriptions that a party can have ever had in use at a time. */
const MOST_DELIVERIES = 200;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A notification of the caller's party with its deliveries. Throws NotFound, for one of another party too. */
export async function getNotification(db: Connection, caller: Caller, id: string): Promise<FullNotification> {
  if (!GUID.test(id)) throw new NotFound('notification', id);
  const own = ofOwnParty(caller, literal('notification.party_id'));
  const [[notification], { deliveries }] = await Promise.all([
    findNotifications(db, [sql`id = ${id}::uuid`, own], 1),
    listDeliveries(db, { notificationId: id.toLowerCase(), limit: MOST_DELIVERIES }),
  ]);
  if (!notification) throw new NotFound('notification', id);
  return { notification, deliveries: notification.direction === 'outbound' ? deliveries : [] };
}
