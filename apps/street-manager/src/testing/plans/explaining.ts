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
 * Stands in for a connection: explains what it is asked, where a sequential scan is the last resort, and answers as if one
 * row had been found.
 */
export class Explaining implements Connection {
  readonly scans: PlanNode[] = [];

  constructor(private readonly tx: Transaction) {
    tx.send(prepared('no-seqscan', 'set local enable_seqscan = off'));
  }

  async rows<Row>(statement: Statement<Row>, given: readonly unknown[] = []): Promise<Row[]> {
    const { text, values } = compile(statement, given);
    const [explained] = await this.tx.rows<Explained>(prepared('', `explain (format json) ${text}`), values);
    this.collect(explained!['QUERY PLAN'][0].Plan);
    return [{ counted: 1, keys: ['1'], rows: null } as Row];
  }

  async first<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.rows(statement, values))[0];
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
    .map((scan) => `${scan['Node Type']} on ${scan['Relation Name'] ?? scan['Index Name']}`);
