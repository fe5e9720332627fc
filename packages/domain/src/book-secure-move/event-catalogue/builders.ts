import type { EventableType } from '../event';
import { authorisers, faultClassifications, vehicleTypes } from '../enums';
import type { DetailDefinition, DetailKind, EventDefinition, RelationshipDefinition } from './definition';

const optional =
  (kind: DetailKind) =>
  (...names: string[]): DetailDefinition[] =>
    names.map((name) => ({ name, kind, required: false }));
const required =
  (kind: DetailKind) =>
  (...names: string[]): DetailDefinition[] =>
    names.map((name) => ({ name, kind, required: true }));

/** Details by kind; each takes the wire's names. */
export const text = optional('text');
export const any = optional('any');
export const iso = optional('iso');
export const date = optional('date');
export const requiredText = required('text');
export const requiredList = required('list');
export const requiredIso = required('iso');
export const requiredDate = required('date');
export const requiredBool = required('bool');

export const oneOf = (name: string, values: readonly string[]): DetailDefinition[] => [
  { name, kind: 'enum', required: false, values },
];
export const requiredOneOf = (name: string, values: readonly string[], blankToo = false): DetailDefinition[] => [
  { name, kind: 'enum', required: true, values, ...(blankToo && { blankToo }) },
];

/** Details that several types share. */
export const authorised = [...iso('authorised_at'), ...oneOf('authorised_by', authorisers)];
export const vehicleType = requiredOneOf('vehicle_type', vehicleTypes);
export const personnelNumber = text('supplier_personnel_number', 'police_personnel_number');
export const personnelNumbers: DetailDefinition[] = [
  { name: 'supplier_personnel_numbers', kind: 'list', required: false },
  { name: 'police_personnel_numbers', kind: 'list', required: false },
];
/** Checked for clients of suppliers only, by a rule of its own: here it is just kept. */
export const faultClassification: DetailDefinition[] = [
  { name: 'fault_classification', kind: 'any', required: false, values: faultClassifications },
];

/** A location that the event must name. */
export const at = (name = 'location'): RelationshipDefinition[] => [{ name, type: 'locations', required: true }];

type Given = Partial<Omit<EventDefinition, 'type' | 'eventables'>>;

/** A type of event; what is not given is plain. */
export const defineEvent = (
  type: string,
  eventables: readonly EventableType[],
  given: Given = {},
): EventDefinition => ({
  type,
  eventables,
  classification: 'default',
  details: [],
  relationships: [],
  rules: [],
  postable: true,
  ...given,
});
