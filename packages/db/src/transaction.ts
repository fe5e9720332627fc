import type { PoolClient, QueryConfig } from 'pg';
import type { Connection } from './connection';
import { sendTogether } from './one-packet';
import { translate } from './sql-errors';
import type { Appended } from './appended';
import { asOneStatement } from './appended';
import type { Prepared, Statement } from './statement';
import { compile } from './statement';
import type { Sent } from './statement-query';
import { send } from './statement-query';

/**
 * One unit of work. Statements travel pipelined, in order: `send` does not wait for its answer, so that a write costs
 * no round trip of its own, and a later read still sees it. A failed `send` makes the commit fail.
 */
export class Transaction implements Connection {
  /** The first failure: after it every later statement only says "aborted". */
  private failure: { readonly cause: unknown } | undefined;
  private appended: Appended[] = [];
  private readonly whenCommitted: (() => void)[] = [];

  /** `client` must be in pipeline mode. */
  constructor(private readonly client: PoolClient) {
    this.send({ name: 'begin', text: 'begin' });
  }

  async rows<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const result = await this.query(compile(statement, values));
      return result.rows as Row[];
    } catch (error) {
      throw this.causeOf(error);
    }
  }

  async first<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    const [row] = await this.rows(statement, values);
    return row;
  }

  /** Runs a write whose answer nobody needs; its failure surfaces at the commit. */
  send(statement: Statement, values: readonly unknown[] = []): void {
    this.query(compile(statement, values)).catch((error: unknown) => this.causeOf(error));
  }

  /**
   * Like `send`, for the insertion of a row that no other write of this transaction touches, such as one of a log. It
   * travels with its like in one statement, at the latest before the next statement of another kind.
   */
  append(statement: Prepared, values: readonly unknown[]): void {
    // Two rows of one log keep their order.
    if (this.appended.some((each) => each.statement === statement)) this.flush();
    this.appended.push({ statement, values });
  }

  /** Runs once the transaction is durable; never when it rolls back. It must not throw: nobody could answer for it. */
  afterCommit(action: () => void): void {
    this.whenCommitted.push(action);
  }

  /** Makes the work durable, or throws the first failure of any statement, and then nothing of it is kept. */
  async commit(): Promise<void> {
    this.flush();
    // A statement that the driver refuses to send fails in the next tick, and is known in the one after that; the
    // server, which never saw it, would commit.
    await tick();
    await tick();
    if (this.failure) throw translate(this.failure.cause);
    try {
      const { command } = await this.query({ name: 'commit', text: 'commit' });
      if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit');
    } catch (error) {
      throw this.causeOf(error);
    }
    for (const action of this.whenCommitted) action();
  }

  async rollback(): Promise<void> {
    await this.client.query('rollback');
  }

  private flush(): void {
    if (this.appended.length === 0) return;
    const { statement, values } = asOneStatement(this.appended);
    this.appended = [];
    this.send(statement, values);
  }

  private query(query: QueryConfig): Promise<Sent> {
    this.flush();
    sendTogether(this.client);
    return send(this.client, query);
  }

  private causeOf(error: unknown): unknown {
    this.failure ??= { cause: error };
    return translate(this.failure.cause);
  }
}

const tick = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
