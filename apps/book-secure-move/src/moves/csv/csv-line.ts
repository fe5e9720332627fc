import { csvLines } from '../../shared/csv';

/** What a cell may hold; null is an empty cell. */
export type Cell = string | boolean | null;

/** One line of CSV with its CRLF. */
export const csvLine = (cells: readonly Cell[]): string =>
  csvLines([cells.map((cell) => (cell === null ? '' : String(cell)))]);
