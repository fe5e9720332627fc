import type { SheetRow } from '@switchyard/domain/book-secure-move/pricing';
import { UnreadableFile } from '../refusals';
import { readCsvRows } from './read-csv';
import type { SentFile } from './read-form';
import { readWorkbookRows } from '../workbook/read-workbook';

const MOST_ROWS = 500_000;
const COLUMNS = 4;

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
const isOldExcel = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

/**
 * The rows below the headings of a CSV file or of a workbook's first sheet. What a file is, its bytes tell; its name must
 * not say otherwise. Throws UnreadableFile.
 */
export async function readRows({ name, bytes }: SentFile): Promise<SheetRow[]> {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (isOldExcel(bytes))
    throw new UnreadableFile('unsupported', 'The file is an older workbook; save it as XLSX or CSV');
  const kind = isZip(bytes) ? 'xlsx' : 'csv';
  if ((ending === 'xlsx' || ending === 'csv') && ending !== kind) {
    throw new UnreadableFile('not_what_it_says', `The file is called ${ending.toUpperCase()} but is not`);
  }
  const rows: SheetRow[] = [];
  const source = kind === 'xlsx' ? readWorkbookRows(bytes, COLUMNS) : readCsvRows(bytes, COLUMNS);
  for await (const row of source) {
    if (row.row === 1) continue;
    if (rows.length === MOST_ROWS)
      throw new UnreadableFile('too_many_rows', `The file has more than ${MOST_ROWS} rows`);
    rows.push(row);
  }
  if (rows.length === 0) throw new UnreadableFile('blank', 'The file has no rows below its headings');
  return rows;
}
