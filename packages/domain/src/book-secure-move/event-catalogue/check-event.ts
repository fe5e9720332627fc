import { NotFound, when } from '../../kernel';
import type { Violation } from '../../kernel';
import { isDay } from '../day';
import { isOneOf } from '../enums';
import type { EventableType } from '../event';
import { parseIsoDateTime } from '../iso';
import { blank, groupedByField, isBlank, notInList, notIsoDate, notIsoDateTime } from '../standard-violations';
import { eventDefinition } from './catalogue';
import type { DetailDefinition } from './definition';
import { specialRules } from './special-rules';
import type { EventContext } from './special-rules';

/** An event before it is stored. */
export interface NewEvent {
  /** A type of the catalogue, already canonical. */
  eventType: string;
  /** What it happened to; `profiles` reaches this far and is refused here. */
  eventableType: EventableType | 'profiles';
  details: Readonly<Record<string, unknown>>;
  /** The ids of its relationships as sent, by the wire's name. */
  relationshipIds: Readonly<Record<string, string | null | undefined>>;
}

/**
 * Throws NotFound for the first relationship that is required or was sent, and is not among the names in `found`: those
 * that the caller could load, a previous move by its reference too. This comes before every other rule of the event.
 */
export function requireRelationships(event: NewEvent, found: ReadonlySet<string>): void {
  for (const { name, type, required } of eventDefinition(event.eventType).relationships) {
    const id = event.relationshipIds[name] ?? undefined;
    const expected = required || id !== undefined;
    if (expected && !found.has(name)) throw new NotFound(type === 'locations' ? 'location' : 'move', id);
  }
}

/** The rules of an event's own record, each field's violations together; none when it may be stored. */
export function checkEvent(event: NewEvent, context: EventContext): Violation[] {
  const { eventables, details, rules } = eventDefinition(event.eventType);
  return groupedByField([
    ...when(!isOneOf(eventables, event.eventableType), notInList('eventable_type')),
    ...details.flatMap((detail) => checkDetail(detail, event.details[detail.name])),
    ...rules.flatMap((rule) => specialRules[rule](event, context)),
  ]);
}

/** The rules of one detail. A required one that is absent fails twice where its form is checked too. */
function checkDetail({ name, kind, required, values = [], blankToo }: DetailDefinition, value: unknown): Violation[] {
  if (kind === 'bool') return when(required && typeof value !== 'boolean', notInList(name));
  const absent = isBlank(value);
  if (absent && !required) return [];
  switch (kind) {
    case 'enum':
      return [...when(absent && blankToo === true, blank(name)), ...when(!isOneOf(values, value), notInList(name))];
    case 'iso':
      return [...when(absent, blank(name)), ...when(parseIsoDateTime(value) === null, notIsoDateTime(name))];
    case 'date':
      return absent ? [blank(name)] : when(!isDateLike(value), notIsoDate(name));
    default:
      return when(absent, blank(name));
  }
}

const isDateLike = (value: unknown): boolean => isDay(value) || parseIsoDateTime(value) !== null;
