import type { PoolClient } from 'pg';
import type { Connection } from './connection';
import { translate } from './sql-errors';
import type { Statement } from './statement';
import { compile } from './statement';

/**
 * One unit of work. Statements travel pipelined, in order: `send` does not wait for its answer, so that a write costs
 * no round trip of its own, and a later read still sees it. A failed `send` makes the commit fail.
 */
export class Transaction implements Connection {
  private readonly sent: Promise<unknown>[] = [];
  private readonly whenCommitted: (() => void)[] = [];

  /** `client` must be in pipeline mode. */
  constructor(private readonly client: PoolClient) {
    this.send({ name: 'begin', text: 'begin' });
  }

  async rows<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const result = await this.client.query(compile(statement, values));
      return result.rows as Row[];
    } catch (error) {
      throw await this.firstFailure(error);
    }
  }

  async first<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    const [row] = await this.rows(statement, values);
    return row;
  }

  /** Runs a write whose answer nobody needs; its failure surfaces at the commit. */
  send(statement: Statement, values: readonly unknown[] = []): void {
    const answer = this.client.query(compile(statement, values));
    answer.catch(() => undefined);
    this.sent.push(answer);
  }

  /** Runs once the transaction is durable; never when it rolls back. */
  afterCommit(action: () => void): void {
    this.whenCommitted.push(action);
  }

  async commit(): Promise<void> {
    const commit = this.client.query({ name: 'commit', text: 'commit' });
    commit.catch(() => undefined);
    try {
      await Promise.all(this.sent);
      const { command } = await commit;
      if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit');
    } catch (error) {
      await commit.catch(() => undefined);
      throw translate(error);
    }
    for (const action of this.whenCommitted) action();
  }

  async rollback(): Promise<void> {
    await this.client.query('rollback');
  }

  /** After one failure every later statement only says "aborted": the cause is the first that was sent. */
  private async firstFailure(error: unknown): Promise<unknown> {
    for (const outcome of await Promise.allSettled(this.sent)) {
      if (outcome.status === 'rejected') return translate(outcome.reason);
    }
    return translate(error);
  }
}
