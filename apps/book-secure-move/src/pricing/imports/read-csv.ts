import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { isUtf8 } from 'node:buffer';
import type { SheetRow } from '@switchyard/domain/book-secure-move/pricing';
import { catalogueHeadings } from '@switchyard/domain/book-secure-move/pricing';
import { UnreadableFile } from '../refusals';

const SLICE = 65_536;
const MOST_CHARACTERS = 65_536;

/** The rows of a CSV file in UTF-8, its headings being the first. Throws UnreadableFile. */
export async function* readCsvRows(bytes: Buffer, columns: number): AsyncGenerator<SheetRow> {
  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw new UnreadableFile('not_what_it_says', 'The file is neither a workbook nor CSV in UTF-8');
  }
  const parser = Readable.from(slices(bytes)).pipe(
    parse({ bom: true, relax_column_count: true, max_record_size: MOST_CHARACTERS }),
  );
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      const cells = record.slice(0, columns);
      if (row === 1) checkHeadings(cells);
      yield { row, cells };
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('malformed', `Row ${row + 1} is not CSV: ${(error as Error).message}`);
  }
}

/** A file without headings would lose its first price. */
function checkHeadings(cells: readonly string[]): void {
  const plain = (text: string): string => text.trim().toLowerCase();
  if (catalogueHeadings.every((heading, place) => plain(cells[place] ?? '') === plain(heading))) return;
  throw new UnreadableFile('headings', `The first row must be the headings ${catalogueHeadings.join(', ')}`);
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}
