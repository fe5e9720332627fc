import type { Extensions } from '../enumerations';
import type { Fault } from '../faults';
import type { EnumForm, Form, ListForm, Member, NumberForm, ObjectForm } from './form';
import { duplicatesIn } from './duplicates';
import { readText } from './read-text';
import type { Shape } from './shape';
import { Trail } from './trail';

/** What came of reading: the value counts only where there is no fault. */
export interface Reading<T> {
  value: T;
  faults: Fault[];
}

/**
 * Reads a body by its shape: instants in UTC, GUIDs in small letters, defaults filled in. Every fault is told, not only
 * the first. `root` names the body where a fault concerns it as a whole.
 */
export function read<T>(shape: Shape<T>, body: unknown, root: string, extensions: Extensions = {}): Reading<T> {
  const trail = new Trail(root);
  const value = readForm(shape.form, body, trail, extensions);
  return { value: value as T, faults: trail.faults };
}

function readForm(form: Form, value: unknown, trail: Trail, extensions: Extensions): unknown {
  switch (form.kind) {
    case 'text':
      return readText(form, value, trail);
    case 'enum':
      return readEnum(form, value, trail, extensions);
    case 'number':
      return readNumber(form, value, trail);
    case 'flag':
      if (typeof value !== 'boolean') trail.fault('type', 'must be true or false');
      else if (form.only !== undefined && value !== form.only) trail.fault('enum', `must be ${form.only}`);
      return value;
    case 'list':
      return readList(form, value, trail, extensions);
    case 'object':
      return readObject(form, value, trail, extensions);
  }
}

function readEnum({ values, name }: EnumForm, value: unknown, trail: Trail, extensions: Extensions): unknown {
  const further = (extensions as Readonly<Record<string, readonly string[] | undefined>>)[name ?? ''] ?? [];
  if (typeof value !== 'string') trail.fault('type', 'must be a string');
  else if (!values.includes(value) && !further.includes(value)) {
    trail.fault('enum', `must be one of ${[...values, ...further].join(', ')}`);
  }
  return value;
}

function readNumber({ integer, min, max, outside }: NumberForm, value: unknown, trail: Trail): unknown {
  if (typeof value !== 'number' || (integer && !Number.isSafeInteger(value))) {
    trail.fault('type', integer ? 'must be a whole number' : 'must be a number');
  } else if (value < (min ?? -Infinity) || value > (max ?? Infinity)) {
    trail.fault(outside ?? 'range', `must be ${boundsOf(min, max)}`);
  }
  return value;
}

function boundsOf(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return `at least ${min}`;
  return min === undefined ? `at most ${max}` : `from ${min} to ${max}`;
}

function readList({ of, atLeast, distinctBy }: ListForm, value: unknown, trail: Trail, more: Extensions): unknown {
  if (!Array.isArray(value)) {
    trail.fault('type', 'must be an array');
    return value;
  }
  if (value.length < atLeast) trail.fault('missing', `must hold at least ${atLeast === 1 ? 'one item' : atLeast}`);
  const items = value.map((item, index) => readForm(of, item, trail.item(index), more));
  for (const { index, first } of distinctBy ? duplicatesIn(items, distinctBy) : []) {
    trail.item(index).faultIn(distinctBy!, 'duplicate', `repeats item ${first} of the list`);
  }
  return items;
}

function readObject(form: ObjectForm, value: unknown, trail: Trail, extensions: Extensions): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    trail.fault('type', 'must be an object');
    return value;
  }
  const before = trail.faults.length;
  const unsound = new Set<string>();
  const given = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(form.members, name)) trail.member(name).fault('additionalProperties', 'is not expected here');
  }
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(form.members)) {
    const known = trail.faults.length;
    const read = readMember(member, given[name], trail.member(name), extensions);
    if (trail.faults.length > known) unsound.add(name);
    if (read !== undefined) members[name] = read;
  }
  const isSound = trail.faults.length === before;
  const askable = form.rules.filter(({ reads }) => isSound || reads?.every((name) => !unsound.has(name)));
  trail.faults.push(...askable.flatMap((rule) => rule(members, trail.path)));
  return members;
}

function readMember(member: Member, value: unknown, trail: Trail, extensions: Extensions): unknown {
  const { form, presence, fallback } = member;
  const isEmpty = value === undefined || (form.kind === 'text' && typeof value === 'string' && value.trim() === '');
  if (presence === 'required' && isEmpty) {
    trail.fault('missing', 'is required');
    return undefined;
  }
  if (value === undefined) return fallback;
  if (value === null && presence === 'nullable') return null;
  return readForm(form, value, trail, extensions);
}
