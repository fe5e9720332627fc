export const eventableTypes = ['moves', 'journeys', 'people', 'person_escort_records', 'lodgings'] as const;
export type EventableType = (typeof eventableTypes)[number];

export interface ResourceReference {
  type: string;
  id: string;
}

/** Something that happened to a move, journey, person, escort record or lodging. Events are only ever added. */
export interface GenericEvent {
  id: string;
  eventType: string;
  eventableType: EventableType;
  eventableId: string;
  /** When it happened; this orders the replay. */
  occurredAt: Date;
  /** When the client noted it. */
  recordedAt: Date;
  notes: string | null;
  createdBy: string | null;
  supplierId: string | null;
  /** The event type's own facts, with the wire's snake_case keys: they are echoed verbatim. */
  details: Record<string, unknown>;
  /** By the wire's name, for example `from_location`. */
  relationships: Record<string, ResourceReference>;
  /** When this server stored it. */
  createdAt: Date;
}

/** The order of the log: by occurrence, then by arrival, then by id. */
export function byOccurrence(a: GenericEvent, b: GenericEvent): number {
  return (
    a.occurredAt.getTime() - b.occurredAt.getTime() ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/**
 * When an event that arrives at `now` is to count as stored: of events of one instant it is the last, even while the
 * clock stands still or has been turned back.
 */
export function arrivalOf(occurredAt: Date, log: readonly GenericEvent[], now: Date): Date {
  const before = log
    .filter((event) => event.occurredAt.getTime() === occurredAt.getTime())
    .map(({ createdAt }) => createdAt.getTime() + 1);
  return new Date(Math.max(now.getTime(), ...before));
}
