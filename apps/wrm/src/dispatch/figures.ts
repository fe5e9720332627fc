import type { Figure } from '@switchyard/http';
import { deliveryFigures } from '@switchyard/webhooks';
import type { Deps } from '../shared/deps';

const DELIVERIES = { name: 'webhook_deliveries', help: 'Deliveries that are not acknowledged, by where they stand' };
const ENDPOINTS = { name: 'webhook_subscriptions', help: 'Subscriptions that nothing is delivered to, by reason' };
const LAG = { name: 'webhook_lag_seconds', help: 'For how long the delivery that is due longest has been waiting' };

/** What there is to deliver, for the service's metrics. */
export async function deliveryFiguresOf({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Figure[]> {
  const figures = await deliveryFigures(db.reader(), clock.now());
  return [
    { ...DELIVERIES, labels: { state: 'waiting' }, value: figures.waiting },
    { ...DELIVERIES, labels: { state: 'in_flight' }, value: figures.inFlight },
    { ...DELIVERIES, labels: { state: 'held' }, value: figures.held },
    { ...DELIVERIES, labels: { state: 'dead' }, value: figures.dead },
    { ...ENDPOINTS, labels: { reason: 'suspended' }, value: figures.suspendedEndpoints },
    { ...ENDPOINTS, labels: { reason: 'failing' }, value: figures.failingEndpoints },
    { ...LAG, value: figures.lagSeconds },
  ];
}
