import type { EventableType } from '../event';

export type Classification = 'default' | 'incident' | 'medical' | 'suicide_and_self_harm' | 'notification';

/** How a detail is read: `iso` is a date-time, `date` a day, `any` and `text` and `list` are kept as sent. */
export type DetailKind = 'text' | 'list' | 'any' | 'iso' | 'date' | 'bool' | 'enum';

export interface DetailDefinition {
  name: string;
  kind: DetailKind;
  required: boolean;
  /** What an enum allows. */
  values?: readonly string[];
  /** A few enums call a missing value blank before they call it unlisted. */
  blankToo?: boolean;
}

export interface RelationshipDefinition {
  /** The wire's name, for example `from_location`. */
  name: string;
  type: 'locations' | 'moves';
  required: boolean;
}

/** Rules that one detail alone cannot express; see `special-rules`. */
export type EventRule =
  | 'one_personnel_number'
  | 'one_list_of_personnel_numbers'
  | 'postcode_or_description'
  | 'fault_of_supplier'
  | 'redirect'
  | 'new_values_with_old';

/** One type of event, as data. */
export interface EventDefinition {
  type: string;
  /** What the event can happen to. */
  eventables: readonly EventableType[];
  classification: Classification;
  details: readonly DetailDefinition[];
  relationships: readonly RelationshipDefinition[];
  rules: readonly EventRule[];
  /** Whether a client may post it; otherwise only the service itself writes it. */
  postable: boolean;
}
