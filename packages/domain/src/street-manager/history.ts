import type { HistoryEvent, UpdateEventType, UpdateObjectType } from './enums';
import { historyCatalogue } from './history-catalogue';
import type { HistoryObject, HistoryTopic } from './history-catalogue';

/** The name of who acts when nobody does: deadlines, jobs, consequences. */
export const systemUsername = 'Street Manager';

/** What decides about an entry beside its event. */
export interface HistoryFacts {
  /** Whether the permit had been granted before the event. */
  granted?: boolean;
  /** True on the work of the permit, when a section 81 notice of another work is linked with it or unlinked. */
  onPermitWork?: boolean;
}

export interface HistoryEntry {
  /** Null for events that are on no work. */
  topic: HistoryTopic | null;
  /** The kind of record that the entry refers to; null when it refers to none. */
  object: HistoryObject | null;
  details: string;
  /** True for what only the author's organisation sees, in the history as in the list of updates. */
  isInternal: boolean;
  /** How the entry shows in the list of updates of works; null for events that never show there. */
  update: { eventType: UpdateEventType; objectType: UpdateObjectType } | null;
}

const linkEvents: readonly HistoryEvent[] = ['section_81_linked_to_permit', 'section_81_unlinked_from_permit'];

/** What the history says of an event. The published topics and references, in our own words. */
export function historyOf(event: HistoryEvent, { granted, onPermitWork }: HistoryFacts = {}): HistoryEntry {
  const { topic, object, details, update } = historyCatalogue[event];
  const isInternal = event === 'internal_comment_submitted';
  if (onPermitWork && linkEvents.includes(event)) {
    return { topic: 'Permit', object: 'permit', details, isInternal, update };
  }
  const settled = topic === 'by_grant' ? (granted ? 'Permit' : 'Application') : topic;
  return { topic: settled, object, details, isInternal, update };
}

/** The text of an entry: what happened and, after a colon, what the user said of it. */
export function historyDetails(event: HistoryEvent, note?: string | null): string {
  const { details } = historyCatalogue[event];
  return note ? `${details}: ${note}` : details;
}

/** The note of a section 81 notice that another organisation takes over. */
export function reassignmentNote(from: string, to: string): string {
  return `from ${from} to ${to}`;
}
