import type { IdGenerator } from '../../kernel';
import type { DateTime } from '../date-time';
import type { CodedFault } from '../faults';
import type { EventType, NotifyType } from '../event-catalogue';
import type { PartyRole } from '../party';
import type { Task } from '../task';
import type { WorkFacts } from '../work-facts';
import type { FieldChange } from './field-changes';

/** Who posts an event, and when. */
export interface Posting {
  partyId: string;
  role: PartyRole;
  now: DateTime;
  ids: IdGenerator;
}

/** What one event makes of a task, or what stands against it. */
export interface Effect {
  task: Task;
  faults: CodedFault[];
  /** Bookings that now serve an activity. */
  links?: readonly BookingLink[];
  /** Bookings to be cancelled, each giving its unit back once. */
  cancelledBookings?: readonly string[];
}

export interface BookingLink {
  bookingId: string;
  activityId: string;
}

/** What an effect may look at besides the task. */
export interface EffectContext extends Posting {
  facts: WorkFacts;
}

/** A notification to a party; the sender adds the envelope. */
export interface Notice {
  type: NotifyType;
  toPartyId: string;
  task: Readonly<Record<string, unknown>>;
}

/** One entry of a task's history. */
export interface HistoryStep {
  notificationType: EventType | 'CloseTaskNotify';
  /** Whose doing it is: the poster's, or `WRM` for what the service does by itself. */
  partyId: string;
  changes: readonly FieldChange[];
}

/** Everything that follows from an accepted event; it is stored as one. */
export interface Decision {
  task: Task;
  notices: readonly Notice[];
  history: readonly HistoryStep[];
  links: readonly BookingLink[];
  cancelledBookings: readonly string[];
}
