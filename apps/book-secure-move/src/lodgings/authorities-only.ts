import { NotAuthorised } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../caller';

/** Suppliers read lodgings, but an authority arranges them. Throws NotAuthorised for a supplier. */
export function authoritiesOnly({ caller }: { caller: Caller }): void {
  if (caller.supplierId !== null) throw new NotAuthorised('You are not authorized to access this page.');
}
