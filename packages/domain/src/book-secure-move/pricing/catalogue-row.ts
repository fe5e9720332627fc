import type { Pence } from '../../kernel';
import { mostPence, penceOfPounds } from './amount';
import type { Way } from './price-changes';

/** The columns of a catalogue, in their order; what stands to their right is passed over. */
export const catalogueHeadings = ['Journey ID', 'Pick Up', 'Drop Off', 'Price'] as const;
export type CatalogueHeading = (typeof catalogueHeadings)[number];

/** One row of a file: its number as the file counts, headings included, and the text of its cells. */
export interface SheetRow {
  row: number;
  cells: readonly string[];
}

/** What is wrong with a row, and where. */
export interface RowFault {
  row: number;
  column: CatalogueHeading;
  code: 'blank' | 'unknown_location' | 'not_a_number' | 'not_positive' | 'too_large' | 'duplicate' | 'repeated';
  message: string;
}

/** A row that names two sites and a price. */
export interface CatalogueRow extends Way {
  row: number;
  amount: Pence;
}

/** The agency of a site by its name as the contract has it: trimmed and in upper case. */
export type Sites = (siteName: string) => string | undefined;

export const siteNameOf = (text: string): string => text.trim().toUpperCase();

/** Reads a row: a price, what is wrong with it, or nothing where the row has no pick-up and is passed over. */
export function readCatalogueRow({ row, cells }: SheetRow, sites: Sites): CatalogueRow | RowFault[] | undefined {
  const [, pickUp = '', dropOff = '', price = ''] = cells;
  if (pickUp.trim() === '') return undefined;
  const fault = (column: CatalogueHeading, code: RowFault['code'], message: string): RowFault => ({
    row,
    column,
    code,
    message,
  });
  const agencyOf = (column: 'Pick Up' | 'Drop Off', name: string): string | RowFault => {
    if (name === '') return fault(column, 'blank', `${column} is blank`);
    return (
      sites(name) ?? fault(column, 'unknown_location', `${column} "${name.slice(0, 80)}" is not a site of the contract`)
    );
  };
  const from = agencyOf('Pick Up', siteNameOf(pickUp));
  const to = agencyOf('Drop Off', siteNameOf(dropOff));
  const amount = amountOf(price.trim(), (code, message) => fault('Price', code, message));
  const faults = [from, to, amount].filter((each): each is RowFault => typeof each === 'object');
  if (faults.length > 0) return faults;
  return { row, fromAgency: from as string, toAgency: to as string, amount: amount as Pence };
}

function amountOf(text: string, fault: (code: RowFault['code'], message: string) => RowFault): Pence | RowFault {
  if (text === '') return fault('blank', 'Price is blank');
  const amount = penceOfPounds(text);
  if (amount === null) return fault('not_a_number', `Price "${text.slice(0, 40)}" is not a number`);
  if (amount <= 0) return fault('not_positive', 'Price must be greater than zero');
  if (amount > mostPence) return fault('too_large', 'Price is too large');
  return amount;
}
