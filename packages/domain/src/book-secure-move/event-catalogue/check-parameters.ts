import { violation, when } from '../../kernel';
import type { Violation } from '../../kernel';
import { parseIsoDateTime } from '../iso';
import { blank, isBlank, notIsoDateTime } from '../standard-violations';
import { postableEventTypes } from './catalogue';

/** What a posted event may name as its subject. Profiles are accepted here, though no event suits them. */
export const postableEventableTypes: readonly string[] = [
  'moves',
  'people',
  'person_escort_records',
  'profiles',
  'journeys',
];

export interface EventParameters {
  occurred_at?: unknown;
  recorded_at?: unknown;
  event_type?: unknown;
}

/** The parameter rules that all posted events share, from the attributes and the subject's type as sent. */
export function checkEventParameters(attributes: EventParameters, eventableType: unknown): Violation[] {
  const { occurred_at: occurredAt, recorded_at: recordedAt, event_type: eventType } = attributes;
  return [
    ...when(isBlank(occurredAt), blank('occurred_at')),
    ...when(isBlank(recordedAt), blank('recorded_at')),
    ...when(isBlank(eventType), blank('event_type')),
    ...when(isBlank(eventableType), blank('eventable_type')),
    ...checkName('event_type', eventType, postableEventTypes, 'event_type'),
    ...checkName('eventable_type', eventableType, postableEventableTypes, 'eventable type'),
    ...when(parseIsoDateTime(occurredAt) === null, notIsoDateTime('occurred_at')),
    ...when(parseIsoDateTime(recordedAt) === null, notIsoDateTime('recorded_at')),
  ];
}

function checkName(field: string, value: unknown, names: readonly string[], words: string): Violation[] {
  const known = typeof value === 'string' && names.includes(value);
  return when(!known, violation(field, 'inclusion', `'${value ?? ''}' is not a valid ${words}`));
}
