import type { Role } from '@switchyard/domain/street-manager';

/** The demo users. All have the password `Demo-password-1`, hashed beforehand so that seeding costs no time. */
export const demoPassword = 'Demo-password-1';

const user = (email: string, organisation_reference: string, roles: readonly Role[], salt: string, hash: string) => ({
  email,
  organisation_reference,
  roles,
  first_name: 'Demo',
  last_name: roles.find((role) => role !== 'API') ?? null,
  password_hash: `scrypt$16384$8$1$${salt}$${hash}`,
  status: 'active',
  password_is_temporary: false,
  token_generation: 0,
  demo: true,
});

export const users = [
  user(
    'planner@northbeck.example',
    '4312',
    ['Planner', 'API'],
    'VX1iwpWaajMIYDM_UJW-zw',
    '9fLgclGk83toBT5seR85yL-FEY1ILpNnWHTtZ47UbzE',
  ),
  user(
    'planner@southgate.example',
    '4313',
    ['Planner', 'API'],
    '_8axAdgoqSicwKyJJUyEAg',
    'CVoLqKkuJcMoqFw9aphgEHEoPvAduv4AoJHQxgMKiCw',
  ),
  user(
    'officer@ellerdale.example',
    '2845',
    ['HighwayAuthority', 'API'],
    'LpVenuEDqzj5FIwe5h2Zpg',
    '96DFaDvZoRpMxG3fKIcY5CUfPUJnhqCCVsXOv6aOPvo',
  ),
  user(
    'finance@ellerdale.example',
    '2845',
    ['HighwayAuthority', 'StreetWorksAdmin', 'API'],
    'LpVenuEDqzj5FIwe5h2Zpg',
    '96DFaDvZoRpMxG3fKIcY5CUfPUJnhqCCVsXOv6aOPvo',
  ),
  user(
    'admin@ellerdale.example',
    '2845',
    ['Admin'],
    'Wrtn9EYpJNOpl9jeKsLgLw',
    'H335Bfnog-VTBaeF8zqAUd38yIt-jw-4vHnoqEc7f9A',
  ),
  user(
    'officer@marshfield.example',
    '2846',
    ['HighwayAuthority', 'API'],
    'bP7bFXxpabcDmRjFeKWtSw',
    '77BrAvb62-WhxXWFktpNlIUOlvFdOd5TxTQL09I6WZA',
  ),
  user(
    'contractor@copperline.example',
    '9107',
    ['Contractor', 'API'],
    'jTJbtD0vo7pXGpV6Aj0anA',
    'jEaHed6xS-12nZ0gfnupnwGA3M90ERATMyRjnL-e4oI',
  ),
  user(
    'export@northbeck.example',
    '4312',
    ['DataExport', 'API'],
    '5CrZDcWf_DBYstcWSIvQpw',
    'EbLzqzKeaY7tRZp8ENXWbqfwx-JZZ1iXsEY23aIko50',
  ),
  user(
    'planner@railway.example',
    '7374',
    ['Planner', 'API'],
    '_8axAdgoqSicwKyJJUyEAg',
    'CVoLqKkuJcMoqFw9aphgEHEoPvAduv4AoJHQxgMKiCw',
  ),
];

const access = (email: string, organisation_reference: string, ...prefixes: readonly string[]) =>
  prefixes.map((prefix) => ({ email, organisation_reference, prefix, level: 'full_write' }));

export const workstreamAccess = [
  ...access('planner@northbeck.example', '4312', '000', '001', '002'),
  ...access('planner@southgate.example', '4313', '000', '001'),
  ...access('contractor@copperline.example', '4312', '001'),
  ...access('export@northbeck.example', '4312', '000', '001', '002'),
  ...access('planner@railway.example', '7374', '000', '001'),
];
