import type { Notice } from '@switchyard/domain/wrm';
import { dateTimeOf } from '@switchyard/domain/wrm';
import type { Act } from '../shared/deps';
import { deliver } from '../subscribers/deliver';
import { isFor, subscribersOf } from '../subscribers/wanting';
import type { Outbound } from './repository';
import { lastSequences } from './repository';

export interface Sending {
  taskId: string;
  /** The event that causes them. */
  linkedId: string;
  notices: readonly Notice[];
}

/**
 * Names and numbers the notifications of one event, and hands them to the delivery engine for every subscription that
 * wants them. Gives them as they are to be kept: a party without a subscription reads them from its inbox. The caller
 * holds the task.
 */
export async function sendNotices(act: Act, { taskId, linkedId, notices }: Sending): Promise<Outbound[]> {
  const { tx, ids, now } = act;
  if (notices.length === 0) return [];
  const [last, subscribers] = await Promise.all([
    lastSequences(tx, taskId),
    subscribersOf(tx, [...new Set(notices.map(({ toPartyId }) => toPartyId))]),
  ]);
  const addressed = notices.map(({ type, toPartyId, task }) => {
    const id = ids.uuid();
    const sequence = (last.get(toPartyId) ?? 0) + 1;
    last.set(toPartyId, sequence);
    const bodyFor = (subscriberId: string | null): string =>
      JSON.stringify({
        notificationType: type,
        notificationId: id,
        linkedNotificationId: linkedId,
        notificationDateTime: dateTimeOf(now),
        subscriberId,
        task,
      });
    const subscriberId = subscribers.find((each) => isFor(each, toPartyId, type))?.id ?? null;
    return { id, type, partyId: toPartyId, sequence, bodyFor, subscriberId };
  });
  deliver(
    act,
    subscribers,
    addressed.map(({ id, partyId, ...rest }) => ({ ...rest, notificationId: id, toPartyId: partyId, taskId })),
  );
  return addressed.map(({ bodyFor, sequence, ...rest }) => ({
    ...rest,
    ...{ linkedId, taskId, taskSequence: sequence, at: now, body: bodyFor(rest.subscriberId) },
  }));
}
