import type { Prepared, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** The rows of a statement in the order of a key, taken as they are needed; the next are fetched meanwhile. */
export class Feed<Row> {
  private readonly fetch: Prepared<Row>;
  private next: Promise<Row[]>;
  private rows: Row[] = [];
  private at = 0;
  private ended = false;

  /** Opens a cursor of this name, which lasts until `close` or the end of the transaction. */
  constructor(
    private readonly tx: Transaction,
    private readonly name: string,
    text: string,
    values: readonly unknown[],
    private readonly keyOf: (row: Row) => string,
    private readonly size: number,
  ) {
    tx.send({ name: '', text: `declare ${name} no scroll cursor for ${text}` }, values);
    this.fetch = prepared(`fetch ${name} ${size}`, `fetch forward ${size} from ${name}`);
    this.next = this.ask();
  }

  /** So many rows, or all that are left. */
  async take(count: number): Promise<Row[]> {
    const taken: Row[] = [];
    while (taken.length < count && (await this.fill())) taken.push(this.rows[this.at++]!);
    return taken;
  }

  /** The rows up to a key, and with it. */
  async takeTo(key: string): Promise<Row[]> {
    const taken: Row[] = [];
    while (await this.fill()) {
      while (this.at < this.rows.length && this.keyOf(this.rows[this.at]!) <= key) taken.push(this.rows[this.at++]!);
      if (this.at < this.rows.length) break;
    }
    return taken;
  }

  close(): void {
    this.tx.send({ name: '', text: `close ${this.name}` });
  }

  /** Whether there is a row to be taken. */
  private async fill(): Promise<boolean> {
    if (this.at < this.rows.length) return true;
    if (this.ended) return false;
    this.rows = await this.next;
    this.at = 0;
    this.ended = this.rows.length < this.size;
    if (!this.ended) this.next = this.ask();
    return this.rows.length > 0;
  }

  private ask(): Promise<Row[]> {
    const rows = this.tx.rows(this.fetch);
    // Its failure is told to whoever waits for it, or to nobody when an earlier one has been told.
    rows.catch(() => undefined);
    return rows;
  }
}
