/** What a cell may hold; null is an empty cell. */
export type Cell = string | boolean | null;

/**
 * One line of CSV as RFC 4180 has it, with its CRLF: a cell with a comma, a quote or a line break stands in quotes, and
 * quotes within it are doubled. Nothing else is changed, so that a reader gets back exactly what was written.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
