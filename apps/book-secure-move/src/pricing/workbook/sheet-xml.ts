import { poundsText } from '@switchyard/domain/book-secure-move/pricing';
import type { Pence } from '@switchyard/domain';
import type { Cell, Row } from './cells';
import { styleOf } from './package-parts';

export const sheetStart =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<cols><col min="1" max="14" width="22" customWidth="1"/></cols><sheetData>';
export const sheetEnd = '</sheetData></worksheet>';

/** A row of a sheet, counted from 1; an empty row is nothing but its place. */
export function rowXml(number: number, row: Row): string {
  if (row.length === 0) return '';
  let cells = '';
  for (let column = 0; column < row.length; column += 1) cells += cellXml(`${letters(column)}${number}`, row[column]!);
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(place: string, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') {
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('pence' in cell) return valueXml(place, 'pounds', poundsText(cell.pence as Pence));
  if ('share' in cell) return valueXml(place, 'share', String(cell.share));
  if ('day' in cell) return valueXml(place, 'day', String(serialOf(cell.day)));
  const [hours, minutes] = cell.time.split(':').map(Number) as [number, number];
  return valueXml(place, 'time', String((hours * 60 + minutes) / 1_440));
}

const valueXml = (place: string, style: keyof typeof styleOf, value: string): string =>
  `<c r="${place}" s="${styleOf[style]}"><v>${value}</v></c>`;

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** A day as spreadsheets count it. */
const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / MS_PER_DAY;

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text without the characters that XML 1.0 forbids and halves of others. */
export const escaped = (text: string): string =>
  text
    .slice(0, 32_767)
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (character) => entities[character]!);
