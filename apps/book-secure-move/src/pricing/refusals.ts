import type { RowFault } from '@switchyard/domain/book-secure-move/pricing';

/** What is asked for stands against what there is: another exception, a running adjustment, an issued statement. */
export class PricingConflict extends Error {
  constructor(
    readonly code: 'taken' | 'adjustment_in_progress' | 'statement_issued',
    readonly detail: string,
    /** JSON pointer into the body, where one member is to blame. */
    readonly pointer?: string,
  ) {
    super(detail);
  }
}

/** A part of the address or of a form that cannot be what it says. */
export class InvalidInput extends Error {
  constructor(
    readonly status: 400 | 422,
    readonly source: { parameter: string } | { pointer: string },
    readonly code: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}

/** A file that is not what it says, or more than may be read. */
export class UnreadableFile extends InvalidInput {
  constructor(code: string, detail: string) {
    super(422, { pointer: '/file' }, code, detail);
  }
}

/** A catalogue with bad rows, of which nothing was stored. */
export class BadRows extends Error {
  constructor(readonly faults: readonly RowFault[]) {
    super(`${faults.length} faults`);
  }
}
