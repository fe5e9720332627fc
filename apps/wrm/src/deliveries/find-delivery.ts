import type { Connection } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { DeliveryDetail } from '@switchyard/webhooks';
import { getDelivery } from '@switchyard/webhooks';
import type { Caller } from '../caller';
import { getSubscriber, getSubscriberEver } from '../subscribers/repository';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A delivery to a subscription in the caller's sight, be it ended since. Throws NotFound. */
export const findDelivery = (db: Connection, caller: Caller, id: string): Promise<DeliveryDetail> =>
  ofSubscriber(db, caller, id, getSubscriberEver);

/** As `findDelivery`, for whoever acts on it: to a subscription that was ended nothing is sent. Throws NotFound. */
export const findLiveDelivery = (db: Connection, caller: Caller, id: string): Promise<DeliveryDetail> =>
  ofSubscriber(db, caller, id, getSubscriber);

async function ofSubscriber(
  db: Connection,
  caller: Caller,
  id: string,
  find: typeof getSubscriber,
): Promise<DeliveryDetail> {
  if (!UUID.test(id)) throw new NotFound('delivery', id);
  const delivery = await getDelivery(db, id);
  await find(db, caller, delivery.endpointId).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound('delivery', id) : error;
  });
  return delivery;
}
