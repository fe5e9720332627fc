import type { Connection, Statement, Transaction } from '@switchyard/db';
import { compile, prepared } from '@switchyard/db';

/** A step of a plan, as PostgreSQL tells it. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

interface Explained {
  'QUERY PLAN': [{ Plan: PlanNode }];
}

/**
 * Stands in for a connection: explains what it is asked, where a sequential scan is the last resort. The first answer is
 * that one row was found, so that how rows are written is explained once; later ones are that there was none.
 */
export class Explaining implements Connection {
  private scans: PlanNode[] = [];
  private found: readonly string[] = ['1'];

  constructor(private readonly tx: Transaction) {
    tx.send(prepared('no-seqscan', 'set local enable_seqscan = off'));
  }

  async rows<Row>(statement: Statement<Row>, given: readonly unknown[] = []): Promise<Row[]> {
    const { text, values } = compile(statement, given);
    const [explained] = await this.tx.rows<Explained>(prepared('', `explain (format json) ${text}`), values);
    this.collect(explained!['QUERY PLAN'][0].Plan);
    const answer = { counted: this.found.length, keys: this.found, rows: null };
    this.found = [];
    return [answer as Row];
  }

  async first<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.rows(statement, values))[0];
  }

  /** The scans of all plans since the last time. */
  take(): readonly PlanNode[] {
    const { scans } = this;
    this.scans = [];
    return scans;
  }

  private collect(node: PlanNode): void {
    if (node['Relation Name'] ?? node['Index Name']) this.scans.push(node);
    node.Plans?.forEach((each) => this.collect(each));
  }
}

/** The scans that read a table or an index from end to end: each as a few words. */
export const wholeScans = (scans: readonly PlanNode[]): string[] =>
  scans
    .filter((scan) => scan['Node Type'] !== 'Bitmap Heap Scan' && scan['Index Cond'] === undefined)
    .map((scan) => `${scan['Node Type']} on ${scan['Index Name'] ?? scan['Relation Name']}`);
