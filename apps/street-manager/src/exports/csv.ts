import { stringify } from 'csv-stringify/sync';
import type { Member } from '../reports/row';
import { cellOf, headingOf, labelOf } from './cells';

export interface CsvStyle {
  /** Whether cells that a spreadsheet would take for a formula begin with an apostrophe. */
  guardsFormulas: boolean;
}

/** The headings of rows with these members: an enumeration has two columns, its label and its value. */
export const headingLine = (members: readonly Member[], style: CsvStyle): string =>
  lines(
    [
      members.flatMap(([name, , kind]) =>
        kind === 'named' ? [headingOf(name), `${headingOf(name)} reference`] : [headingOf(name)],
      ),
    ],
    style,
  );

/** Rows as lines of CSV, as RFC 4180 has them, each with its CRLF. */
export const rowLines = (
  members: readonly Member[],
  rows: readonly Readonly<Record<string, unknown>>[],
  style: CsvStyle,
): string =>
  lines(
    rows.map((row) =>
      members.flatMap(([name, , kind]) => {
        const cell = cellOf(row[name]);
        return kind === 'named' ? [cell && labelOf(name, cell), cell] : [cell];
      }),
    ),
    style,
  );

const lines = (rows: string[][], { guardsFormulas }: CsvStyle): string =>
  stringify(rows, { record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: guardsFormulas });
