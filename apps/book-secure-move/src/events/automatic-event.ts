import type { EventableType, GenericEvent } from '@switchyard/domain/book-secure-move';
import { authorOf } from '../caller';
import type { Act } from '../shared/deps';

/** An event that the service writes by itself, now, because of what the caller did. */
export const automaticEvent = (
  { ids, now, caller }: Act,
  eventType: string,
  eventableType: EventableType,
  eventableId: string,
  facts: Partial<Pick<GenericEvent, 'details' | 'relationships' | 'notes' | 'createdBy' | 'supplierId'>> = {},
): GenericEvent => ({
  id: ids.uuid(),
  eventType,
  eventableType,
  eventableId,
  occurredAt: now,
  recordedAt: now,
  notes: 'Automatically generated event',
  createdBy: authorOf(caller),
  supplierId: caller.supplierId,
  details: {},
  relationships: {},
  createdAt: now,
  ...facts,
});
