import type { ImportAction } from '@switchyard/domain/book-secure-move/pricing';
import { importActions } from '@switchyard/domain/book-secure-move/pricing';
import { InvalidInput } from '../refusals';

export const badRowsChoices = ['refuse_all', 'leave_out'] as const;
export type BadRowsChoice = (typeof badRowsChoices)[number];

/** What a form says besides its file. */
export interface ImportOptions {
  supplier: string;
  effectiveYear: number;
  action: ImportAction;
  dryRun: boolean;
  badRows: BadRowsChoice;
}

/** Reads the fields of a form. Throws InvalidInput that names the field. */
export function readOptions(fields: ReadonlyMap<string, string>): ImportOptions {
  const supplier = fields.get('supplier')?.trim() ?? '';
  if (supplier === '') throw wrong('supplier', "can't be blank");
  const year = fields.get('effective_year')?.trim() ?? '';
  if (!/^[12]\d{3}$/.test(year)) throw wrong('effective_year', 'is not a year');
  return {
    supplier,
    effectiveYear: Number(year),
    action: oneOf(fields, 'action', importActions),
    badRows: oneOf(fields, 'bad_rows', badRowsChoices),
    dryRun: oneOf(fields, 'dry_run', ['false', 'true']) === 'true',
  };
}

/** The first is what holds when the field is not sent. */
function oneOf<T extends string>(fields: ReadonlyMap<string, string>, name: string, values: readonly T[]): T {
  const sent = fields.get(name) ?? values[0]!;
  const value = values.find((each) => each === sent);
  if (value === undefined) throw wrong(name, `must be one of ${values.join(', ')}`);
  return value;
}

const wrong = (field: string, message: string): InvalidInput =>
  new InvalidInput(422, { pointer: `/${field}` }, 'invalid', `${field} ${message}`);
