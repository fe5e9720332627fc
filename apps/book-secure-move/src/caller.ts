import type { Principal } from '@switchyard/http';

export type ApiVersion = 1 | 2;

/** Who calls, in which version of the API. */
export interface Caller extends Principal {
  /** The client's public id. */
  id: string;
  name: string;
  /** Set for a supplier's client: it sees its own moves. An authority's client sees all. */
  supplierId: string | null;
  supplierName: string | null;
  version: ApiVersion;
  /** What its token may do. */
  scopes: readonly string[];
  /** The person at the client, from `X-Current-User`. */
  onBehalfOf: string | null;
}

/** Stands in where no token is asked for. */
export const anonymous: Caller = {
  id: 'anonymous',
  name: 'anonymous',
  supplierId: null,
  supplierName: null,
  version: 2,
  scopes: [],
  onBehalfOf: null,
};

/** The author of what this request writes: the named person, else the client's supplier. */
export const authorOf = ({ onBehalfOf, supplierName }: Caller): string | null => onBehalfOf ?? supplierName;
