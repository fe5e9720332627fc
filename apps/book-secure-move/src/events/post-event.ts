import {
  checkEventParameters,
  eventDefinition,
  parseIsoDateTime,
  refuseParameters,
} from '@switchyard/domain/book-secure-move';
import { notifyEvent } from '../notifications/notify';
import { relatedId } from '../shared/attributes';
import type { Act } from '../shared/deps';
import type { Happening } from './happening';
import type { Recorded } from './record-event';
import { recordEvent } from './record-event';
import type { Subject } from './subject';
import { postedSubject } from './subject';

/** The `data` of a posted event. */
export interface EventData {
  attributes?: unknown;
  relationships?: unknown;
}

/**
 * Records an event that a client describes in full. An authority's event is also told to the move's subscribers as
 * such. Throws InvalidParameters, NotFound or RulesBroken, in this order.
 */
export async function postEvent(act: Act, data: EventData): Promise<Recorded> {
  const attributes = (data.attributes ?? {}) as Record<string, unknown>;
  const eventableType = typeOf(data);
  refuseParameters(checkEventParameters(attributes, eventableType));
  const subject = await postedSubject(act, String(eventableType), relatedId(data, 'eventable'));
  const recorded = await recordEvent(act, subject, happeningOf(attributes, data));
  const moveId = moveOf(subject);
  if (act.caller.supplierId === null && moveId !== null) notifyEvent(act, recorded.event.id, moveId);
  return recorded;
}

/** Reads what the parameter rules have let through. */
function happeningOf(attributes: Record<string, unknown>, data: EventData): Happening {
  const { event_type: eventType, notes, details } = attributes;
  const names = eventDefinition(String(eventType)).relationships.map(({ name }) => name);
  return {
    eventType: String(eventType),
    occurredAt: parseIsoDateTime(attributes['occurred_at'])!,
    recordedAt: parseIsoDateTime(attributes['recorded_at'])!,
    notes: typeof notes === 'string' ? notes : null,
    details: typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {},
    relationshipIds: Object.fromEntries(names.map((name) => [name, relatedId(data, name)])),
  };
}

function typeOf({ relationships }: EventData): unknown {
  const { eventable } = (relationships ?? {}) as { eventable?: { data?: { type?: unknown } | null } | null };
  return eventable?.data?.type;
}

function moveOf(subject: Subject): string | null {
  if (subject.type === 'moves') return subject.id;
  return subject.type === 'journeys' ? subject.moveId : null;
}
