import { parseArgs } from 'node:util';
import { Database } from '@switchyard/db';
import { systemClock } from '@switchyard/domain';
import { isMonth } from '@switchyard/domain/book-secure-move/pricing';
import { readConfig } from '../../config';
import { ReferenceData } from '../../reference/reference-data';
import { atOneInstant, computeTotals, headOf } from '../statements/compute-statement';
import { presentStatement } from '../statements/serializer';
import { progressBar } from './progress-bar';

const usage = 'Usage: --supplier <key> --month <yyyy-MM>; DATABASE_URL names the database';

/** Prices the month of a supplier and prints the statement as one line of JSON, with the seconds and megabytes it took. */
async function main(): Promise<number> {
  const { supplier: key = '', month = '' } = parseArgs({
    options: { supplier: { type: 'string' }, month: { type: 'string' } },
  }).values;
  const config = readConfig(process.env);
  const db = new Database({ url: config.databaseUrl, schema: 'book_secure_move', poolSize: 1 });
  try {
    const reference = new ReferenceData(db.reader());
    await reference.load();
    const supplier = reference.current.suppliers.withKey(key);
    if (!supplier || !isMonth(month)) {
      process.stderr.write(`${usage}\n`);
      return 2;
    }
    const head = headOf(config.pricing, supplier, month, systemClock.now());
    const began = performance.now();
    const bar = progressBar(process.stderr, `${supplier.name} ${month}`);
    const { totals } = await atOneInstant(db, (at) => computeTotals(at, reference.current, head, bar));
    const seconds = (performance.now() - began) / 1_000;
    const statement = presentStatement({ ...head, supplierKey: supplier.key, version: null, issuedBy: null, totals });
    const rssMb = process.resourceUsage().maxRSS / 1_024;
    process.stdout.write(`${JSON.stringify({ seconds, rssMb, statement })}\n`);
    return 0;
  } finally {
    await db.close();
  }
}

void main().then((code) => (process.exitCode = code));
