import type { Connection } from './connection';
import { prepared } from './statement';
import type { Transaction } from './transaction';

/** One request, who made it and how it ended. */
export interface AuditEntry {
  at: Date;
  requestId: string;
  principal: string | null;
  onBehalfOf: string | null;
  ip: string | null;
  method: string;
  /** The contract's path, `/moves/{move_id}`. */
  route: string;
  path: string;
  status: number;
  idempotencyKey: string | null;
  replayed: boolean;
}

const columns = 'at, request_id, principal, on_behalf_of, ip, method, route, path, status, idempotency_key, replayed';
const one = prepared('audit-one', `insert into audit_log (${columns}) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`);
// One JSON text rather than an array for each column, which the driver would write element by element.
const many = prepared(
  'audit-many',
  `insert into audit_log (${columns})
   select "at", "requestId", "principal", "onBehalfOf", "ip", "method", "route", "path", "status", "idempotencyKey",
     "replayed"
   from json_to_recordset($1) as entry("at" timestamptz, "requestId" uuid, "principal" text, "onBehalfOf" text,
     "ip" text, "method" text, "route" text, "path" text, "status" smallint, "idempotencyKey" text, "replayed" boolean)`,
);

const valuesOf = (entry: AuditEntry): unknown[] => [
  entry.at,
  entry.requestId,
  entry.principal,
  entry.onBehalfOf,
  entry.ip,
  entry.method,
  entry.route,
  entry.path,
  entry.status,
  entry.idempotencyKey,
  entry.replayed,
];

/** Records a write in the transaction that made it. */
export function auditWrite(tx: Transaction, entry: AuditEntry): void {
  tx.append(one, valuesOf(entry));
}

const MOST_BEHIND = 1_000;
/** Small enough that entries are gone before the collector has moved them about, and no write holds up the rest. */
const BATCH = 100;

/** Records reads and refusals in batches: at most a second late, never more than a thousand behind. */
export class AuditBatch {
  private waiting: AuditEntry[] = [];
  /** Entries that are not stored yet. */
  private behind = 0;
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Connection,
    private readonly onFailure: (error: unknown, entries: readonly AuditEntry[]) => void,
    private readonly delayMs = 1_000,
  ) {}

  /** Resolves at once, or when the backlog has been written: a slow database slows its readers, and loses nothing. */
  add(entry: AuditEntry): Promise<void> | undefined {
    this.waiting.push(entry);
    this.behind += 1;
    if (this.behind >= MOST_BEHIND) return this.flush();
    if (this.waiting.length >= BATCH) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), this.delayMs).unref();
    return undefined;
  }

  /** Writes everything that waits. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const entries = this.waiting;
    this.waiting = [];
    if (entries.length > 0) this.flushing = this.flushing.then(() => this.write(entries));
    return this.flushing;
  }

  private async write(entries: readonly AuditEntry[]): Promise<void> {
    try {
      await this.db.rows(many, [JSON.stringify(entries)]);
    } catch (error) {
      this.onFailure(error, entries);
    } finally {
      this.behind -= entries.length;
    }
  }
}
