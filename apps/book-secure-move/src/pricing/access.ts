import { Forbidden, NotFound, RulesBroken } from '@switchyard/domain';
import { notInList } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../caller';
import type { ReferencePicture, Supplier } from '../reference/reference-data';

/** Holds a caller to its token: one scope to read, another to change; and a supplier changes nothing. Throws Forbidden. */
export function checkPricingScope({ scopes, supplierId }: Caller, operation: string): void {
  const reads = operation.startsWith('GET ');
  const needed = reads ? 'pricing:read' : 'pricing:write';
  if (!scopes.includes(needed)) throw new Forbidden(`The access token lacks the scope ${needed}`);
  if (!reads && supplierId !== null) throw new Forbidden('A supplier does not change prices');
}

/** The supplier that a path names. Throws NotFound, and Forbidden for a supplier that asks about another. */
export function supplierInPath(caller: Caller, { suppliers }: ReferencePicture, key: string): Supplier {
  const supplier = suppliers.withKey(key);
  if (!supplier) throw new NotFound('supplier', key);
  if (caller.supplierId !== null && caller.supplierId !== supplier.id) {
    throw new Forbidden("Another supplier's prices are not shown");
  }
  return supplier;
}

/** The supplier that a body names. Throws RulesBroken for an unknown one. */
export function supplierInBody({ suppliers }: ReferencePicture, key: string): Supplier {
  const supplier = suppliers.withKey(key);
  if (!supplier) throw new RulesBroken([notInList('supplier')]);
  return supplier;
}

/** Whose records a list shows: the one asked for, for a supplier its own, null for all. Throws as `supplierInPath`. */
export function supplierOfList(caller: Caller, reference: ReferencePicture, asked: string | undefined): string | null {
  return asked === undefined ? caller.supplierId : supplierInPath(caller, reference, asked).id;
}

/** Whether a caller may see what belongs to a supplier. */
export const sees = ({ supplierId }: Caller, owner: string): boolean => supplierId === null || supplierId === owner;

/** Who is remembered for a change: the person named by the client, else the client itself. */
export function usernameOf({ onBehalfOf, id }: Caller): string {
  const name = onBehalfOf?.trim().toUpperCase().slice(0, 255).trim();
  return name || id.toUpperCase();
}
