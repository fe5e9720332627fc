import type { Database, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Street } from '../gazetteer';
import { streetColumns } from '../gazetteer';
import type { FeatureText } from './feature-scanner';
import { FeatureScanner } from './feature-scanner';
import { ImportRefused } from './import-refused';
import { readStreet } from './read-street';

const BATCH = 500;
const MOST_FAULTS = 20;

const list = streetColumns.join(', ');
const store = prepared(
  'import-streets',
  `insert into street (${list}) select ${list} from jsonb_populate_recordset(null::street, $1::jsonb)
   on conflict (usrn) do update set (${list}) = (${streetColumns.map((column) => `excluded.${column}`).join(', ')})`,
);
const announce = prepared('announce-streets', `select pg_notify(current_schema(), 'reference')`);

/**
 * Adds the streets of a GeoJSON FeatureCollection to the gazetteer, or puts them in the place of what it has under their
 * numbers; gives how many. All or none: throws ImportRefused with the faults of the file, each with its line. `open` gives
 * the file from its beginning, which is read as it comes.
 */
export function importStreets(db: Database, open: () => AsyncIterable<Uint8Array>): Promise<number> {
  return db.transaction(async (tx) => {
    const gathering = new Gathering(tx);
    const scanner = new FeatureScanner();
    for await (const text of textOf(open())) for (const feature of scanner.push(text)) await gathering.take(feature);
    checkFrame(scanner.end());
    const count = await gathering.end();
    tx.send(announce);
    return count;
  });
}

async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new ImportRefused(['the file is not UTF-8']);
    }
  };
  for await (const chunk of chunks) yield decoded(chunk);
  yield decoded();
}

/** Streets on their way into the gazetteer, a batch at a time; after the first fault no more are stored. */
class Gathering {
  private readonly seen = new Map<number, number>();
  private readonly faults: string[] = [];
  private batch: Street[] = [];

  constructor(private readonly tx: Transaction) {}

  async take(feature: FeatureText): Promise<void> {
    const read = readStreet(valueOf(feature));
    if ('faults' in read) return this.refuse(feature, read.faults);
    const { usrn } = read.street;
    const earlier = this.seen.get(usrn);
    if (earlier !== undefined)
      return this.refuse(feature, [`properties.usrn ${usrn} is that of feature ${earlier} too`]);
    this.seen.set(usrn, feature.number);
    this.batch.push(read.street);
    if (this.batch.length === BATCH) await this.flush();
  }

  async end(): Promise<number> {
    if (this.faults.length > 0) throw new ImportRefused(this.faults);
    if (this.seen.size === 0) throw new ImportRefused(['the file has no features']);
    await this.flush();
    return this.seen.size;
  }

  private async flush(): Promise<void> {
    const streets = this.batch;
    this.batch = [];
    if (streets.length > 0 && this.faults.length === 0) await this.tx.rows(store, [JSON.stringify(streets)]);
  }

  private refuse({ line, number }: FeatureText, faults: readonly string[]): void {
    this.faults.push(...faults.map((fault) => `line ${line}, feature ${number}: ${fault}`));
    if (this.faults.length >= MOST_FAULTS) throw new ImportRefused(this.faults.slice(0, MOST_FAULTS));
  }
}

function valueOf({ text, line, number }: FeatureText): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportRefused([`line ${line}, feature ${number}: is not JSON`]);
  }
}

/** Older GeoJSON names its coordinate system; one that does not is taken at its word that it is on the grid. */
function checkFrame({ type, crs }: Record<string, unknown>): void {
  if (type !== 'FeatureCollection') throw new ImportRefused(['type must be FeatureCollection']);
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name;
  if (crs && !/\b27700$/.test(String(name)))
    throw new ImportRefused(['crs must be EPSG:27700, the British National Grid']);
}
