import type { EnumerationName } from '../enumerations';
import type { Fault } from '../faults';

/** How a text must look beyond being a text. */
export type TextFormat = 'count' | 'date-time' | 'uuid' | 'https-uri' | 'email';

/** The form of a value, as data: it reads requests, and tests hold the contract against it. */
export type Form = TextForm | EnumForm | NumberForm | FlagForm | ObjectForm | ListForm;

export interface TextForm {
  kind: 'text';
  format?: TextFormat;
  /** In code points. */
  maxLength?: number;
}

export interface EnumForm {
  kind: 'enum';
  values: readonly string[];
  /** The enumeration that the values come from, when a deployment may add to it. */
  name?: EnumerationName;
}

export interface NumberForm {
  kind: 'number';
  integer: boolean;
  min?: number;
  max?: number;
  /** The reason for a number outside the bounds; `range` when absent. */
  outside?: 'type';
}

export interface FlagForm {
  kind: 'flag';
  /** The only value that will do. */
  only?: boolean;
}

export interface ObjectForm {
  kind: 'object';
  members: Readonly<Record<string, Member>>;
  /** What the members cannot say one by one; each is asked once the members that it reads are well formed. */
  rules: readonly ObjectRule[];
}

export interface ListForm {
  kind: 'list';
  of: Form;
  atLeast: number;
  /** Items that agree in all of these members are duplicates. */
  distinctBy?: readonly string[];
}

export interface Member {
  form: Form;
  presence: 'required' | 'optional' | 'nullable';
  /** Taken where the member is absent. */
  fallback?: unknown;
}

/** Faults of an object as a whole, told for the path where it stands. */
export interface ObjectRule {
  (value: Readonly<Record<string, unknown>>, path: string): Fault[];
  /** The members that it looks at; all of them when it does not say. */
  reads?: readonly string[];
}

/** Says what a rule looks at, so that it is asked whatever is wrong with the other members. */
export const reading = (reads: readonly string[], rule: ObjectRule): ObjectRule =>
  Object.assign((...given: Parameters<ObjectRule>) => rule(...given), { reads });
