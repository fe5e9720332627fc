import type { Knex } from 'knex';
import { createRequire } from 'node:module';
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

let builder: Knex | undefined;

/** The library has hundreds of files, and a service that is running needs it seldom: loaded when first used. */
function load(): Knex {
  if (!builder) {
    const { knex } = createRequire(__filename)('knex') as { knex: (config: Knex.Config) => Knex };
    builder = knex({ client: 'pg' });
  }
  return builder;
}

/** Builds queries whose shape depends on the request; it holds no connection. */
export const query = new Proxy((() => undefined) as unknown as Knex, {
  apply: (_, __, [table]: [string]) => load()(table),
  get: (_, member) => {
    const found: unknown = Reflect.get(load(), member);
    return typeof found === 'function' ? (found.bind(load()) as unknown) : found;
  },
});

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
