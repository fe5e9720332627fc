import type { FaultInjection } from '@switchyard/domain/wrm';
import type { NewDelivery } from '@switchyard/webhooks';

/** For how long a delivery lets its successor go first, in seconds of the service's clock. */
const OVERTAKEN_FOR = 5;

/** Whether the faults of a subscription are meant for this type of notification. */
export const concerns = ({ notificationTypes }: FaultInjection, type: string): boolean =>
  notificationTypes === undefined || notificationTypes.length === 0 || notificationTypes.includes(type);

/**
 * Where and when a delivery stands whose subscription has faults injected: late by so many seconds; of each two in a
 * row the second goes out first, in a lane of its own, while the first waits.
 */
export function faultyPlace(
  { lane, type, sequence = 1 }: Pick<NewDelivery, 'lane' | 'type' | 'sequence'>,
  faults: FaultInjection,
  now: Date,
): Pick<NewDelivery, 'lane' | 'notBefore'> {
  if (!concerns(faults, type)) return { lane };
  const swaps = faults.reorder && lane !== null;
  const overtakes = swaps && sequence % 2 === 0;
  const seconds = faults.delaySeconds + (swaps && !overtakes ? OVERTAKEN_FOR : 0);
  return {
    lane: overtakes ? `${lane} overtaking` : lane,
    ...(seconds > 0 && { notBefore: new Date(now.getTime() + seconds * 1_000) }),
  };
}
