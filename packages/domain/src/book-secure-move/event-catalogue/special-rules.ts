import { violation, when } from '../../kernel';
import type { Violation } from '../../kernel';
import { faultClassifications, isOneOf, moveTypes } from '../enums';
import type { Location } from '../location';
import { checkActive, checkEnds, checkEndsSupplied } from '../move-type';
import { blank, isBlank, notInList, plainText } from '../standard-violations';
import type { NewEvent } from './check-event';
import type { EventRule } from './definition';

/** What an event's rules need to know beyond the event. */
export interface EventContext {
  /** Whether the client belongs to a supplier. */
  supplierClient: boolean;
  /** The locations that the event names, by relationship. */
  locations: Readonly<Record<string, Location>>;
  /** For an event on a move: where the move starts, and whether it has a MoveLockout event. */
  move: { from: Location | null; lockedOut: boolean } | null;
}

type Rule = (event: NewEvent, context: EventContext) => Violation[];

const postcode =
  /^(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d[\dABEHMNPRV-Y]?|\d[A-HJKPSTUW]) ?\d[ABD-HJLNP-UW-Z]{2})$/i;

const exactlyOne =
  (supplierField: string, policeField: string): Rule =>
  ({ details }) => {
    const supplier = !isBlank(details[supplierField]);
    const police = !isBlank(details[policeField]);
    return [
      ...when(supplier && police, plainText(policeField, 'should be blank')),
      ...when(!supplier && !police, plainText(supplierField, "can't be blank")),
    ];
  };

const postcodeOrDescription: Rule = ({ details }) => {
  const { postcode: code, location_description: description } = details;
  if (isBlank(code)) return when(isBlank(description), blank('postcode'), blank('location_description'));
  const valid = typeof code === 'string' && postcode.test(code.trim());
  return when(!valid, plainText('postcode', 'not recognised as a UK postcode'));
};

const faultOfSupplier: Rule = ({ details }, { supplierClient }) => {
  if (!supplierClient) return [];
  const { fault_classification: fault } = details;
  return [
    ...when(isBlank(fault), blank('fault_classification')),
    ...when(!isOneOf(faultClassifications, fault), notInList('fault_classification')),
  ];
};

/** The new destination must be in use, and suit the type of move if the event changes that too. */
const redirect: Rule = ({ details }, { locations, move }) => {
  const route = { from: move?.from ?? null, to: locations['to_location'] ?? null };
  const { move_type: moveType } = details;
  if (isBlank(moveType)) return checkActive(route);
  if (!isOneOf(moveTypes, moveType)) {
    const unknown = violation('move_type', 'invalid_move_type', `must be a valid move type (${String(moveType)})`);
    return [...checkActive(route), unknown];
  }
  return [...checkActive(route), ...(move?.lockedOut ? checkEndsSupplied(route) : checkEnds(moveType, route))];
};

/** A change of a lodging says what it changes to, and from what. */
const newValuesWithOld: Rule = ({ details, relationshipIds }) => {
  const values: Readonly<Record<string, unknown>> = {
    location_id: relationshipIds['location'],
    old_location_id: relationshipIds['old_location'],
    ...details,
  };
  const given = (name: string) => !isBlank(values[name]);
  const names = ['location_id', 'start_date', 'end_date'];
  const lonely = (name: string, other: string, another: string) =>
    plainText(name, `must be present if ${other} or ${another} are not present`);
  return [
    ...when(
      !names.some(given),
      lonely('location_id', 'start_date', 'end_date'),
      lonely('start_date', 'location_id', 'end_date'),
      lonely('end_date', 'start_date', 'location_id'),
    ),
    ...names
      .filter((name) => given(name) && !given(`old_${name}`))
      .map((name) => plainText(`old_${name}`, `must be present with ${name}`)),
  ];
};

/** Each rule by its name in the catalogue. */
export const specialRules: Readonly<Record<EventRule, Rule>> = {
  one_personnel_number: exactlyOne('supplier_personnel_number', 'police_personnel_number'),
  one_list_of_personnel_numbers: exactlyOne('supplier_personnel_numbers', 'police_personnel_numbers'),
  postcode_or_description: postcodeOrDescription,
  fault_of_supplier: faultOfSupplier,
  redirect,
  new_values_with_old: newValuesWithOld,
};
