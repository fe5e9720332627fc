import knex from 'knex';
import type { Knex } from 'knex';
import { render, Sql } from './sql';

/** A fixed text that PostgreSQL parses once per connection. The name must be unique within a service. */
export interface Prepared<Row = unknown> {
  readonly name: string;
  readonly text: string;
  /** Never set: carries the row's type. */
  readonly row?: Row;
}

/** Names a fixed SQL text with `$1…` placeholders, for the paths that run often. */
export const prepared = <Row>(name: string, text: string): Prepared<Row> => ({ name, text });

/** Builds queries whose shape depends on the request; it holds no connection. */
export const query: Knex = knex({ client: 'pg' });

export type Statement<Row = unknown> = Prepared<Row> | Sql | Knex.QueryBuilder | Knex.Raw;

interface Compiled {
  name?: string;
  text: string;
  values: unknown[];
}

/** What goes over the wire for a statement. */
export function compile(statement: Statement, values: readonly unknown[]): Compiled {
  if (statement instanceof Sql) {
    const { statement: named, values: inPieces } = render(statement);
    return { ...named, values: inPieces };
  }
  if ('text' in statement && typeof statement.text === 'string') {
    return { name: statement.name, text: statement.text, values: values as unknown[] };
  }
  const { sql, bindings } = (statement as Knex.QueryBuilder).toSQL().toNative();
  return { text: sql, values: bindings as unknown[] };
}
