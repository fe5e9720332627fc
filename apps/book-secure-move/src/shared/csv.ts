import { stringify } from 'csv-stringify/sync';

/**
 * Lines of CSV as RFC 4180 has them, each with its CRLF: a cell with a comma, a quote or a line break stands in quotes,
 * and quotes within it are doubled. Nothing else is changed, so that a reader gets back exactly what was written.
 */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
