import { poundsText } from '@switchyard/domain/book-secure-move/pricing';
import type { Pence } from '@switchyard/domain';
import { csvLines } from '../../shared/csv';
import type { Cell, Row, SheetPart } from './cells';
import { isSheet } from './cells';

const BATCH = 500;

/** The sheets as CSV, one below the other with an empty line between, or only the one that is named. */
export async function* writeCsv(
  parts: AsyncIterable<SheetPart> | Iterable<SheetPart>,
  only?: string,
): AsyncGenerator<string> {
  let rows: string[][] = [];
  let wanted = false;
  let first = true;
  for await (const part of parts) {
    if (isSheet(part)) {
      wanted = only === undefined || part.sheet === only;
      if (wanted && !first) rows.push([]);
      if (wanted) first = false;
    } else if (wanted) {
      rows.push(textsOf(part));
    }
    if (rows.length < BATCH) continue;
    yield csvLines(rows);
    rows = [];
  }
  yield csvLines(rows);
}

/** Without the empty cells at a row's end, of which CSV has none. */
function textsOf(row: Row): string[] {
  const texts = row.map(textOf);
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return safe(String(cell));
  if ('pence' in cell) return poundsText(cell.pence as Pence);
  if ('share' in cell) return `${(cell.share * 100).toFixed(2)}%`;
  if ('time' in cell) return cell.time;
  const [year, month, day] = cell.day.split('-');
  return `${day}/${month}/${year}`;
}

/** What somebody else wrote must not be taken for a formula by the program that opens it. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
