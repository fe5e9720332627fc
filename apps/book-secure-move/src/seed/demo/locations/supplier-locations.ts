import { demoLocations } from './index';

interface SupplierLocationRow {
  supplier_id: string;
  location_id: string;
  effective_from: string | null;
}

/** Who serves which location, without an end. */
export const supplierLocations: readonly SupplierLocationRow[] = demoLocations.map(({ row, supplier, servedFrom }) => ({
  supplier_id: supplier.id,
  location_id: row.id,
  effective_from: servedFrom,
}));
