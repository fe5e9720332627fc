import type { SupplierRow } from '../rows';

/** The two companies that move prisoners in England and Wales. */
export const geoamey: SupplierRow = { id: '77da95aa-8bdb-48b1-8bb4-c06585afcc7d', key: 'geoamey', name: 'GEOAmey' };
export const serco: SupplierRow = { id: '76d0bf53-a4ec-4932-86c8-00bb8c8ae4a9', key: 'serco', name: 'Serco' };

export const suppliers: readonly SupplierRow[] = [geoamey, serco];
