import { RequestRefused } from '@switchyard/domain/wrm';
import type { Role } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';

const parties: readonly Role[] = ['requestor', 'supplier'];

/** Who may ask for an operation at all, by the first row that fits; what no row names is open to all roles. */
const rows: readonly { operations: RegExp; roles: readonly Role[] }[] = [
  { operations: /^POST \/notifications$/, roles: parties },
  { operations: /^POST \/subscribers$/, roles: parties },
  { operations: /^(POST|PUT|DELETE) \/appointments/, roles: parties },
  { operations: /^\w+ \/admin\/(schedules|overbooked-timeslots)/, roles: ['admin', 'supplier'] },
  { operations: /^\w+ \/admin\//, roles: ['admin'] },
  { operations: /^\w+ \/trigger\/simulated-suppliers/, roles: ['admin', 'requestor'] },
  { operations: /^\w+ \/trigger\//, roles: ['admin', 'supplier'] },
];

/** Throws RequestRefused, 403, when the role may not use the operation, named `METHOD /path`. */
export function authorise({ role }: Caller, operation: string): void {
  const allowed = rows.find(({ operations }) => operations.test(operation))?.roles;
  if (!allowed || allowed.includes(role)) return;
  throw new RequestRefused('WRM-403-01', [
    {
      object: 'caller',
      reason: 'state',
      message: `${operation} is for ${allowed.join(' and ')}, not for ${role}.`,
      attributes: ['role'],
    },
  ]);
}
