import type { Connection } from '@switchyard/db';
import type { DeliveryFigures } from '@switchyard/webhooks';
import { deliveryFigures, listDeliveries } from '@switchyard/webhooks';
import type { DeliveryBody } from '../deliveries/serializer';
import { presentDelivery } from '../deliveries/serializer';

const SHOWN = 200;

export interface Outbox {
  figures: DeliveryFigures;
  deliveries: DeliveryBody[];
}

/** What was sent, is waiting and is dead, the newest first: the view of a sandbox. */
export async function outboxOf(db: Connection, now: Date): Promise<Outbox> {
  const [figures, { deliveries }] = await Promise.all([deliveryFigures(db, now), listDeliveries(db, { limit: SHOWN })]);
  return { figures, deliveries: deliveries.map(presentDelivery) };
}
