import type { RowFault } from '@switchyard/domain/book-secure-move/pricing';
import { catalogueHeadings } from '@switchyard/domain/book-secure-move/pricing';
import type { Reply } from '@switchyard/http';
import { renderError } from '../errors';
import { BadRows, InvalidInput, PricingConflict } from './refusals';

const unprocessable = 'Unprocessable content';

/** Every refusal of pricing as a JSON:API document; undefined for what is our own fault. */
export function renderPricingError(error: unknown): Reply | undefined {
  if (error instanceof BadRows) return { status: 422, body: { errors: error.faults.map(ofRow) } };
  if (error instanceof InvalidInput) {
    const { status, source, code, detail } = error;
    const title = status === 400 ? 'Bad request' : unprocessable;
    return { status, body: { errors: [{ title, detail, source, code }] } };
  }
  if (error instanceof PricingConflict) {
    const { code, detail, pointer } = error;
    const source = pointer === undefined ? {} : { source: { pointer } };
    return { status: 409, body: { errors: [{ title: 'Conflict', detail, code, ...source }] } };
  }
  return renderError(error);
}

/** A fault of a row as an import's result shows it. */
export const presentRowFault = ({ row, column, code, message }: RowFault): PresentedFault => ({
  row,
  column: catalogueHeadings.indexOf(column) + 1,
  heading: column,
  code,
  message,
});

export interface PresentedFault {
  row: number;
  column: number;
  heading: RowFault['column'];
  code: RowFault['code'];
  message: string;
}

function ofRow(fault: RowFault): object {
  const { row, column, heading, code, message } = presentRowFault(fault);
  return {
    title: unprocessable,
    detail: `Row ${row}: ${message}`,
    code,
    source: { pointer: `/file/rows/${row}/${heading}` },
    meta: { row, column, heading },
  };
}
