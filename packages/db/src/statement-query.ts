import type { PoolClient } from 'pg';
import { Query } from 'pg';
import type { QueryConfig } from 'pg';

/** What the driver's query does inside, which its types do not show. */
interface DriverQuery {
  name: string | undefined;
  values: readonly unknown[] | undefined;
  callback: (error: Error | null) => void;
  _result: DriverResult;
  submit(connection: DriverConnection): Error | null;
  prepare(connection: DriverConnection): void;
  handleRowDescription(message: { fields: unknown[] }): void;
}

interface DriverResult {
  parseRow(fields: Fields): unknown;
}

interface DriverConnection {
  describe(message: unknown): void;
}

/** The columns of a row as PostgreSQL wrote them. */
type Fields = readonly (string | null)[];

type Layout = Pick<DriverResult, 'parseRow'>;

const Driver = Query as unknown as new (text: string) => DriverQuery;

/** What each connection knows of the rows of its named statements. */
const remembered = new WeakMap<DriverConnection, Map<string, Layout>>();
const quietOnes = new WeakMap<DriverConnection, DriverConnection>();

/** The same connection, but that it does not ask for a description. */
function withoutDescription(connection: DriverConnection): DriverConnection {
  let quiet = quietOnes.get(connection);
  if (!quiet) {
    quiet = Object.create(connection, { describe: { value: () => undefined } }) as DriverConnection;
    quietOnes.set(connection, quiet);
  }
  return quiet;
}

function layoutsOf(connection: DriverConnection): Map<string, Layout> {
  let layouts = remembered.get(connection);
  if (!layouts) remembered.set(connection, (layouts = new Map()));
  return layouts;
}

/**
 * A statement that has its rows described only once on each connection: PostgreSQL refuses to run a named statement
 * whose rows have changed since, so they need not be described, sent and read again every time.
 */
class StatementQuery extends Driver {
  readonly found: unknown[] = [];
  command = '';
  private layout: Layout | undefined;
  private layouts: Map<string, Layout> | undefined;
  private fault: Error | undefined;

  constructor(
    { text, name, values }: QueryConfig,
    private readonly done: (error: Error | null, query: StatementQuery) => void,
  ) {
    super(text);
    this.name = name;
    this.values = values;
    this.callback = (error) => done(error, this);
  }

  override prepare(connection: DriverConnection): void {
    if (!this.name) return super.prepare(connection);
    this.layouts = layoutsOf(connection);
    this.layout = this.layouts.get(this.name);
    return super.prepare(this.layout ? withoutDescription(connection) : connection);
  }

  override handleRowDescription(message: { fields: unknown[] }): void {
    super.handleRowDescription(message);
    this.layout = this._result;
  }

  handleDataRow({ fields }: { fields: Fields }): void {
    try {
      this.found.push(this.layout!.parseRow(fields));
    } catch (error) {
      this.fault ??= error as Error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.command = text;
  }

  handleReadyForQuery(): void {
    if (this.name) this.layouts!.set(this.name, this.layout ?? this._result);
    this.done(this.fault ?? null, this);
  }
}

/** What came of a statement: its rows, and what PostgreSQL says that it did, such as `COMMIT` or `INSERT 0 1`. */
export interface Sent {
  rows: unknown[];
  command: string;
}

/** Sends a statement at once. Throws the driver's error. */
export function send(client: PoolClient, query: QueryConfig): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, { found, command }: StatementQuery): void =>
      error ? reject(error) : resolve({ rows: found, command });
    client.query(new StatementQuery(query, done) as never);
  });
}
