import type { LegacyAction, LegacyBody } from '@switchyard/domain/book-secure-move';
import { actionEvent, parseIsoDateTime } from '@switchyard/domain/book-secure-move';

/** What a client says has happened; its parameters have been checked, the rules of its type have not. */
export interface Happening {
  eventType: string;
  occurredAt: Date;
  recordedAt: Date;
  notes: string | null;
  details: Readonly<Record<string, unknown>>;
  /** The ids as sent, by the relationship's name. */
  relationshipIds: Readonly<Record<string, string | null | undefined>>;
}

/** What a request to one of the actions says. Its timestamp, which has been checked, counts for both times. */
export function happeningOfAction(action: LegacyAction, body: LegacyBody): Happening {
  const { eventType, notes, details, relationships } = actionEvent(action, body);
  const at = parseIsoDateTime(body.attributes?.['timestamp'])!;
  const ids = Object.entries(relationships).map(([name, { id }]) => [name, id]);
  return { eventType, occurredAt: at, recordedAt: at, notes, details, relationshipIds: Object.fromEntries(ids) };
}
