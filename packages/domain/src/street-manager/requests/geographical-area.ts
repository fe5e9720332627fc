import type { Violation } from '../../kernel';
import { isUsrn } from '../usrn';
import { checkFileName, extensionOf } from './files';
import { broken } from './rules';

/** A named list of streets by which an authority narrows its lists. */
export interface GeographicalArea {
  name: string;
  usrns: number[];
}

/** The published limits: areas of an organisation, streets of an area, streets of all areas that one list may name. */
export const areaLimits = { areas: 100, streets: 10_000, streetsOfAList: 60_000 } as const;

const MOST_FAULTS = 10;

/** The area that a file describes, or what is wrong with the file: one column of street numbers, without a heading. */
export function readArea(fileName: string, text: string): { area: GeographicalArea } | { violations: Violation[] } {
  const name = checkFileName(fileName);
  if (name.length > 0) return { violations: name };
  if (extensionOf(fileName) !== 'csv' || fileName.length === '.csv'.length) {
    return { violations: [broken('file', 'file_type', 'must be a CSV file with a name', fileName)] };
  }
  const usrns = rowsOf(text).map((row) => (/^\d{1,8}$/.test(row.trim()) ? Number(row) : row));
  const violations = checkStreets(usrns);
  if (violations.length > 0) return { violations };
  return { area: { name: fileName.slice(0, -'.csv'.length), usrns: usrns as number[] } };
}

/** Why an organisation cannot have one more area, or null. */
export function areaRefusal(existingAreas: number): string | null {
  if (existingAreas < areaLimits.areas) return null;
  return `An organisation can have at most ${areaLimits.areas} geographical areas`;
}

function checkStreets(usrns: readonly (number | string)[]): Violation[] {
  if (usrns.length === 0) return [broken('file', 'empty', 'must name at least one USRN', null)];
  if (usrns.length > areaLimits.streets) {
    return [broken('file', 'too_many', `must name at most ${areaLimits.streets} USRNs`, usrns.length)];
  }
  const seen = new Set<number | string>();
  const violations: Violation[] = [];
  for (const [index, usrn] of usrns.entries()) {
    if (!isUsrn(usrn)) violations.push(broken(`file[${index}]`, 'usrn', 'must be a valid USRN', usrn));
    else if (seen.has(usrn)) violations.push(broken(`file[${index}]`, 'not_unique', 'must not come twice', usrn));
    if (violations.length === MOST_FAULTS) break;
    seen.add(usrn);
  }
  return violations;
}

/** The rows of a file that spreadsheets wrote: a mark at its beginning, either line end, one at its end or none. */
function rowsOf(text: string): string[] {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  while (rows.at(-1)?.trim() === '') rows.pop();
  return rows.map((row) => row.replace(/^"(.*)"$/, '$1'));
}
