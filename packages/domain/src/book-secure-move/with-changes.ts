/** The record with the changes, or the very same object when they change nothing: so callers can tell by identity. */
export function withChanges<T extends object>(record: T, changes: Partial<T>): T {
  const keys = Object.keys(changes) as (keyof T)[];
  return keys.every((key) => Object.is(record[key], changes[key])) ? record : { ...record, ...changes };
}
