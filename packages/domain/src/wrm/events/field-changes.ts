import { isDeepStrictEqual } from 'node:util';
import type { Task } from '../task';

/** One value that changed, by its path; what is absent is null. */
export interface FieldChange {
  path: string;
  from: unknown;
  to: unknown;
}

type Tree = Readonly<Record<string, unknown>>;

/** Kept by the service for every event, so that they say nothing. */
const unspoken = new Set(['version', 'updatedDateTime', 'requestorId', 'dateTime']);

/** What differs between two states of a task, value by value; lists other than the activities differ as a whole. */
export function fieldChanges(before: Task | undefined, after: Task): FieldChange[] {
  return compareObjects(asTree(before), asTree(after), '');
}

function compareObjects(before: Tree, after: Tree, path: string): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !unspoken.has(name))
    .flatMap((name) => compareValues(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

function compareValues(before: unknown, after: unknown, path: string): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (path === 'activities') return compareItems(before, after);
  if (isObject(before) && isObject(after)) return compareObjects(before, after, path);
  return [{ path, from: before ?? null, to: after ?? null }];
}

/** Activities are never removed and keep their places. */
function compareItems(before: unknown, after: unknown): FieldChange[] {
  const old = (before ?? []) as readonly unknown[];
  return (after as readonly unknown[]).flatMap((item, index) =>
    compareValues(old[index], item, `activities[${index}]`),
  );
}

const asTree = (task: Task | undefined): Tree => ({ ...task });

const isObject = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
