import { geoamey, serco } from '../reference-data/suppliers';
import type { ClientRow, SupplierRow } from '../rows';

/** The demo's API clients. Their secrets are `<uid>-secret`, hashed beforehand so that seeding costs no time. */
export const clients: readonly ClientRow[] = [
  client(
    'deb9e234-52e4-46fb-a8fd-5cfba42ff808',
    'pmu-demo',
    'Population Management Unit (demo)',
    'scrypt$16384$8$1$DhtCgLiHsqSzeQ5DLVUizA$nxHplbMihgLnkFnmpoS932FN9LHfPLr8IJK5-_KFy-0',
    null,
  ),
  client(
    'e6fbc8c6-6045-4762-8068-9bc5c1886d9d',
    'geoamey-demo',
    'GEOAmey (demo)',
    'scrypt$16384$8$1$KJtBWynj_agPzdIDo5C96g$zHOB6Mwiki5jUJx6K-E-exIcL22UPrGp5KDEcBixjn8',
    geoamey,
  ),
  client(
    'a038871e-d3b8-45b9-a725-171e1e736c27',
    'serco-demo',
    'Serco (demo)',
    'scrypt$16384$8$1$Ih838XzCG3HkVNb6t95Y2g$ZaTkqijYkeIdZz0I_cAvZPp2hrHO2KdM6dQJjBRGPfk',
    serco,
  ),
];

function client(id: string, uid: string, name: string, secretHash: string, owner: SupplierRow | null): ClientRow {
  return {
    id,
    uid,
    name,
    secret_hash: secretHash,
    scopes: owner
      ? ['read', 'write', 'pricing:read']
      : ['read', 'write', 'diagnostics.pii', 'pricing:read', 'pricing:write'],
    supplier_id: owner?.id ?? null,
    demo: true,
    created_at: '2020-01-06T09:00:00Z',
  };
}
