import type { Sql } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import type { QueryReader } from '../shared/query-reader';

/** A filter reads its parameter and says what rows must be; undefined when nothing was asked. */
export type Filter = (reader: QueryReader, name: string) => Sql | undefined;

/** One of several values, of a list that the contract has. */
export const among =
  (column: string, values: readonly string[]): Filter =>
  (reader, name) => {
    const wanted = reader.among(name, values);
    if (wanted.length === 0) return undefined;
    // Of one value an index gives its rows in their order; of several it does not.
    return wanted.length === 1
      ? sql`${literal(column)} = ${wanted[0]}`
      : sql`${literal(column)} = any(${wanted}::text[])`;
  };

/** A condition that counts when the parameter is true. */
export const when =
  (condition: string): Filter =>
  (reader, name) =>
    reader.flag(name) ? literal(`(${condition})`) : undefined;

/** At or after the instant. */
export const from =
  (column: string): Filter =>
  (reader, name) => {
    const instant = reader.instant(name);
    return instant && sql`${literal(column)} >= ${instant}`;
  };

/** At or before the instant. */
export const until =
  (column: string): Filter =>
  (reader, name) => {
    const instant = reader.instant(name);
    return instant && sql`${literal(column)} <= ${instant}`;
  };
