import type { Fault } from '../faults';
import { faultsWhen } from '../faults';
import type { ObjectRule, TypeOf } from '../shape';
import { among, note, object, oneOf, optional, reading, required, text } from '../shape';

const names = {
  name: optional(text()),
  firstName: optional(text()),
  lastName: optional(text()),
};
const reach = {
  companyName: optional(text()),
  phoneNumber: optional(text({ maxLength: 40 })),
  mobileNumber: optional(text({ maxLength: 40 })),
  email: optional(text({ format: 'email' })),
  preferredContactMethod: optional(oneOf('preferredContactMethod')),
  note: optional(note),
};

/** A contact without a look at its name: where a task is created, a missing name has a code of its own. */
export const contact = object({ ...names, role: required(oneOf('contactRole')), ...reach });

const namedRule = reading(Object.keys(names), mustBeNamed);

/** A contact that has a name. */
export const namedContact = object({ ...names, role: required(oneOf('contactRole')), ...reach }, namedRule);

/** Who does the work. */
export const worker = object({ ...names, role: required(among('Worker')), ...reach }, namedRule);

export type Contact = TypeOf<typeof contact>;
export type Worker = TypeOf<typeof worker>;

interface Named {
  name?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
}

const given = (value: string | undefined): boolean => value !== undefined && value.trim() !== '';

/** A full name, or a first and a last name. */
export const isNamed = ({ name, firstName, lastName }: Named): boolean =>
  given(name) || (given(firstName) && given(lastName));

function mustBeNamed(value: Parameters<ObjectRule>[0], path: string): Fault[] {
  return faultsWhen(!isNamed(value as Named), {
    object: path,
    reason: 'anyOf',
    message: 'Either name, or both firstName and lastName are required.',
    attributes: ['name', 'firstName', 'lastName'],
  });
}
