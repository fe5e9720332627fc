import { violation, when } from '../kernel';
import type { Violation } from '../kernel';
import type { ResourceReference } from './event';

/** The `data` of a request to one of the paths that existed before general events. */
export interface LegacyBody {
  type?: unknown;
  attributes?: Readonly<Record<string, unknown>>;
  relationships?: Readonly<Record<string, unknown>>;
}

/** How such a path becomes an event: its type, the attributes that become details, and the location it names. */
export interface LegacyAction {
  eventType: string;
  details: readonly string[];
  /** Whether the event keeps the notes that were sent. */
  notes: boolean;
  location?: string;
  /** The relationship to read the location from when the proper one was not sent. */
  elseLocation?: string;
}

export interface LocationFact {
  /** Whether the location that the body names exists; of no account when it needs none. */
  locationFound: boolean;
}

/** What an action says, ready to be stored as a general event. */
export interface ActionEvent {
  eventType: string;
  notes: string | null;
  details: Record<string, unknown>;
  relationships: Record<string, ResourceReference>;
}

/** The event of an action: only the attributes and the relationship that the action knows. */
export function actionEvent(action: LegacyAction, body: LegacyBody): ActionEvent {
  const { attributes = {} } = body;
  const sent = action.details.filter((name) => attributes[name] !== undefined);
  const location = actionLocationId(action, body);
  const { notes } = attributes;
  return {
    eventType: action.eventType,
    notes: action.notes && typeof notes === 'string' ? notes : null,
    details: Object.fromEntries(sent.map((name) => [name, attributes[name]])),
    relationships: location?.id ? { [location.name]: { type: 'locations', id: location.id } } : {},
  };
}

/** The location that an action asks for: the relationship's name, and the id that was sent or null. */
export function actionLocationId(action: LegacyAction, body: LegacyBody): { name: string; id: string | null } | null {
  if (action.location === undefined) return null;
  const id = relatedId(body, action.location) ?? (action.elseLocation ? relatedId(body, action.elseLocation) : null);
  return { name: action.location, id };
}

/** A required location that was not sent, or does not exist, as a wrong parameter. */
export function missingLocation(location: { name: string; id: string | null } | null, found: boolean): Violation[] {
  if (location === null) return [];
  const field = `${location.name}_id`;
  if (location.id === null) return [violation(field, 'missing', 'is missing')];
  return when(!found, violation(field, 'not_found', 'was not found'));
}

/** The id of a to-one relationship as sent, or null. */
export function relatedId({ relationships }: LegacyBody, name: string): string | null {
  const id = member(member(relationships?.[name], 'data'), 'id');
  return typeof id === 'string' && id !== '' ? id : null;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
