import type { EnumerationName, ValueOf } from '../enumerations';
import { enumerations, extensible } from '../enumerations';
import type { DateTime } from '../date-time';
import type { Form, Member, NumberForm, ObjectRule, TextForm } from './form';

declare const reads: unique symbol;
declare const presence: unique symbol;

/** A form and, for the compiler, the type of what reading it gives. */
export interface Shape<T> {
  readonly form: Form;
  readonly [reads]?: T;
}

/** The type of what a shape reads. */
export type TypeOf<S> = S extends Shape<infer T> ? T : never;

/** A member of an object: its shape, and whether it may be absent or null. */
export interface MemberOf<T, Presence extends 'given' | 'absent'> extends Member {
  readonly [reads]?: T;
  readonly [presence]?: Presence;
}

type Members = Readonly<Record<string, MemberOf<unknown, 'given' | 'absent'>>>;
type Read<M> = M extends MemberOf<infer T, 'given' | 'absent'> ? T : never;
type GivenNames<M extends Members> = {
  [N in keyof M]: M[N] extends MemberOf<unknown, 'given'> ? N : never;
}[keyof M];
type Flat<T> = { [N in keyof T]: T[N] };
type ObjectOf<M extends Members> = Flat<
  { [N in GivenNames<M>]: Read<M[N]> } & { [N in Exclude<keyof M, GivenNames<M>>]?: Read<M[N]> }
>;

const shape = <T>(form: Form): Shape<T> => ({ form });

/** Text of any length. */
export const text = (more: Omit<TextForm, 'kind'> = {}): Shape<string> => shape({ kind: 'text', ...more });

/** Notes and information: at most 5000 characters. */
export const note = text({ maxLength: 5000 });

/** An instant; read into UTC with milliseconds. */
export const dateTime: Shape<DateTime> = text({ format: 'date-time' });

/** A GUID; read into small letters. */
export const guid = text({ format: 'uuid' });

/** A number within bounds, whole or not. */
export const number = (bounds: Partial<Omit<NumberForm, 'kind'>> = {}): Shape<number> =>
  shape({ kind: 'number', integer: false, ...bounds });

/** True or false. */
export const flag: Shape<boolean> = shape({ kind: 'flag' });

/** True alone, or false alone. */
export const only = <B extends boolean>(value: B): Shape<B> => shape({ kind: 'flag', only: value });

/** A value of an enumeration. */
export const oneOf = <Name extends EnumerationName>(name: Name): Shape<ValueOf<Name>> =>
  shape({
    kind: 'enum',
    values: enumerations[name],
    ...(extensible.some((each) => each === name) && { name }),
  });

/** One of these values. */
export const among = <V extends string>(...values: readonly V[]): Shape<V> => shape({ kind: 'enum', values });

/** A list; its items differ in the members named. */
export const list = <T>(of: Shape<T>, { atLeast = 0, distinctBy }: ListBounds = {}): Shape<T[]> =>
  shape({ kind: 'list', of: of.form, atLeast, ...(distinctBy && { distinctBy }) });

interface ListBounds {
  atLeast?: number;
  distinctBy?: readonly string[];
}

/** An object with these members and no others. */
export const object = <M extends Members>(members: M, ...rules: ObjectRule[]): Shape<ObjectOf<M>> =>
  shape({ kind: 'object', members, rules });

/** Must be given; an empty text counts as missing. */
export const required = <T>({ form }: Shape<T>): MemberOf<T, 'given'> => ({ form, presence: 'required' });

export const optional = <T>({ form }: Shape<T>): MemberOf<T, 'absent'> => ({ form, presence: 'optional' });

/** Null clears what is stored. */
export const nullable = <T>({ form }: Shape<T>): MemberOf<T | null, 'absent'> => ({ form, presence: 'nullable' });

/** Taken as `fallback` where it is absent. */
export const withDefault = <T>({ form }: Shape<T>, fallback: T): MemberOf<T, 'given'> => ({
  form,
  presence: 'optional',
  fallback,
});
