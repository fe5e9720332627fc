import { createInterface } from 'node:readline';
import { Readable, pipeline } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { SheetPart } from '../workbook/cells';

/** Sheets as a snapshot keeps them: one JSON text per line, compressed. */
export async function packSheets(parts: Iterable<SheetPart>): Promise<Buffer> {
  const gzip = createGzip();
  pipeline(Readable.from(linesOf(parts)), gzip, () => undefined);
  const chunks: Buffer[] = [];
  for await (const chunk of gzip as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The sheets of a snapshot, as they were packed. */
export async function* unpackSheets(packed: Buffer): AsyncGenerator<SheetPart> {
  const gunzip = createGunzip();
  pipeline(Readable.from([packed]), gunzip, () => undefined);
  for await (const line of createInterface({ input: gunzip })) yield JSON.parse(line) as SheetPart;
}

const BATCH = 200;

function* linesOf(parts: Iterable<SheetPart>): Generator<string> {
  let text = '';
  let count = 0;
  for (const part of parts) {
    text += `${JSON.stringify(part)}\n`;
    count += 1;
    if (count % BATCH > 0) continue;
    yield text;
    text = '';
  }
  yield text;
}
