/** What the measurement of deliveries takes from our packages, as one bundle. */
export { Database, migrate } from '@switchyard/db';
export { randomIds, systemClock } from '@switchyard/domain';
export {
  Courier,
  Dispatcher,
  Egress,
  SecretBox,
  createEndpoint,
  deliveryFigures,
  enqueue,
  hubStyle,
  retryProfiles,
  webhookTables,
} from '@switchyard/webhooks';
