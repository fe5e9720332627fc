import type { PricedPlace } from '@switchyard/domain/book-secure-move/pricing';
import type { ReferencePicture } from '../../reference/reference-data';

/** Places as pricing knows them, made once for all moves of one reading. */
export class Places {
  private readonly known = new Map<string, PricedPlace>();

  constructor(private readonly reference: ReferencePicture) {}

  of(locationId: string): PricedPlace {
    let place = this.known.get(locationId);
    if (!place) {
      const { id, nomisAgencyId, locationType } = this.reference.locations.find(locationId)!;
      place = { id, agencyId: nomisAgencyId?.trim().toUpperCase() ?? null, locationType };
      this.known.set(locationId, place);
    }
    return place;
  }

  supplierKey(supplierId: string): string {
    return this.reference.suppliers.find(supplierId)!.key;
  }
}
