import type { Fault } from '@switchyard/domain/wrm';
import { deliveryStates, isNotifyType, notifyTypes, parseDateTime } from '@switchyard/domain/wrm';
import type { DeliveryQuery } from '@switchyard/webhooks';
import { pageIn, queryFault, refuseQuery } from '../shared/paging';
import { toStatus } from './delivery-states';

type Query = Readonly<Record<string, string | undefined>>;

/** Reads the filters and the page of a list of deliveries. Throws RequestRefused, 400, with every fault. */
export function readDeliveryQuery(query: Query): DeliveryQuery {
  const { page, faults: pageFaults } = pageIn(query);
  const { status, notificationType, taskId } = query;
  const statusNamed = status === undefined ? undefined : toStatus(status);
  const [from, to] = [instantIn(query, 'from'), instantIn(query, 'to')];
  const before = page.after && /^\d{1,15}$/.test(page.after.key) ? Number(page.after.key) : undefined;
  refuseQuery([
    ...faultIf(status !== undefined && !statusNamed, 'status', `status is one of ${deliveryStates.join(', ')}.`),
    ...faultIf(
      notificationType !== undefined && !isNotifyType(notificationType),
      'notificationType',
      `notificationType is one of ${notifyTypes.join(', ')}.`,
    ),
    ...faultIf(from === null, 'from', 'from must be a date-time.'),
    ...faultIf(to === null, 'to', 'to must be a date-time.'),
    ...pageFaults,
    ...faultIf(page.after !== undefined && before === undefined, 'cursor', 'cursor is not one of this list.'),
  ]);
  return {
    limit: page.limit,
    ...(statusNamed && { statuses: [statusNamed] }),
    ...(notificationType !== undefined && { types: [notificationType] }),
    ...(taskId !== undefined && { subject: taskId }),
    ...(from && { from }),
    ...(to && { to }),
    ...(before !== undefined && { before }),
  };
}

/** The instant of a parameter; undefined when it is not there, null when it is none. */
function instantIn(query: Query, name: string): Date | null | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const instant = parseDateTime(text);
  return instant === undefined ? null : new Date(instant);
}

const faultIf = (wrong: boolean, attribute: string, message: string): Fault[] =>
  wrong ? [queryFault(attribute, message)] : [];
