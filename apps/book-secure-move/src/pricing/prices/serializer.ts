import type { Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import type { ReferencePicture } from '../../reference/reference-data';
import { wireTime } from '../../shared/wire-time';
import type { StoredAuditEvent } from '../audit';
import type { Price } from './repository';

/** The id of a supplier's catalogue of a year. */
export const catalogueId = (supplierKey: string, year: number): string => `${supplierKey}.${year}`;

/** The key of a supplier that a record refers to. */
export const supplierKeyOf = ({ suppliers }: ReferencePicture, supplierId: string): string =>
  suppliers.find(supplierId)!.key;

export function presentPrice(price: Price, reference: ReferencePicture): Resource {
  const supplier = supplierKeyOf(reference, price.supplierId);
  return {
    type: 'prices',
    id: price.id,
    attributes: {
      supplier,
      effective_year: price.effectiveYear,
      from_agency: price.fromAgency,
      from_site: price.fromSite,
      to_agency: price.toAgency,
      to_site: price.toSite,
      price_in_pence: price.amount,
      added_at: wireTime(price.addedAt),
    },
    relationships: {
      price_catalogue: identifier('price-catalogues', catalogueId(supplier, price.effectiveYear)),
      price_exceptions: price.exceptionIds.map((id) => identifier('price-exceptions', id)),
    },
  };
}

/** A change of a price by what it was: what stands in its facts tells. */
export function presentPriceEvent({ id, event_type, created_at, username, metadata }: StoredAuditEvent): Resource {
  return {
    type: 'price-events',
    id: String(id),
    attributes: {
      event_type,
      change: changeOf(metadata),
      created_at: wireTime(created_at),
      username: username === '_TERMINAL_' ? 'SYSTEM' : username,
      metadata,
    },
  };
}

function changeOf(metadata: Record<string, unknown>): string {
  if ('multiplier' in metadata) return 'adjusted';
  if ('exception_month' in metadata)
    return metadata.exception_deleted === true ? 'exception_removed' : 'exception_added';
  return 'old_price' in metadata ? 'updated' : 'added';
}
