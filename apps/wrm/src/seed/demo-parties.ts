import type { Role } from '@switchyard/domain/wrm';

const since = '2026-01-05T00:00:00Z';

interface DemoParty {
  id: string;
  name: string;
  role: Role;
  client: string;
  secretId: string;
  /** Of `<client>-secret`, hashed beforehand so that seeding costs no time. */
  hash: string;
}

const demoParties: readonly DemoParty[] = [
  {
    id: 'NETCO',
    name: 'Netco Ltd',
    role: 'requestor',
    client: 'requestor',
    secretId: 'd3f1c1b0-5f0a-4a52-9d55-0c2f8d0a0001',
    hash: 'scrypt$16384$8$1$myB6v83_c5PKbJgJagrWgQ$VVkHuBadsRJew1LskN1uz9DDec8ADTsCWsUKVqXRd4E',
  },
  {
    id: 'FIELDWORKS',
    name: 'Fieldworks Ltd',
    role: 'supplier',
    client: 'supplier-a',
    secretId: 'd3f1c1b0-5f0a-4a52-9d55-0c2f8d0a0002',
    hash: 'scrypt$16384$8$1$Xn5sVq76cJuU6ImCExe2Pg$pLc1GS0OzWESU9huQsBC1Vg-W2sNpYXLL7u1UPHvI7Q',
  },
  {
    id: 'LINEWORKS',
    name: 'Lineworks Ltd',
    role: 'supplier',
    client: 'supplier-b',
    secretId: 'd3f1c1b0-5f0a-4a52-9d55-0c2f8d0a0003',
    hash: 'scrypt$16384$8$1$pJjnTQgbyzHdmNTBhyWsdg$oQheUao4hy-pJOPLS0VapgOZMw0LKqGeqgmpmv-615c',
  },
  {
    id: 'OPERATOR',
    name: 'Operator of the service',
    role: 'admin',
    client: 'admin',
    secretId: 'd3f1c1b0-5f0a-4a52-9d55-0c2f8d0a0004',
    hash: 'scrypt$16384$8$1$5yJs2OQBNMaHD4wS029lXQ$GbKarPRAvAAsxkTGlgjslUh_WwvfX46-NX83vc6bW5k',
  },
];

export const parties = demoParties.map(({ id, name, role }) => ({
  id,
  name,
  role,
  work_types: [],
  demo: true,
  created_at: since,
}));

export const clients = demoParties.map(({ id, client }) => ({
  id: client,
  party_id: id,
  active: true,
  demo: true,
  created_at: since,
}));

export const secrets = demoParties.map(({ client, secretId, hash }) => ({
  client_id: client,
  place: 1,
  id: secretId,
  hash,
  created_at: since,
}));

/** What is shown at the start of a sandbox. */
export const demoCredentials = demoParties.map(({ name, client }) => ({
  label: name,
  user: client,
  secret: `${client}-secret`,
}));
