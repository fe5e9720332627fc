import type { Role } from './enums';
import { operationAccess } from './access-operations';
import { AccessRestricted } from './errors';

/** Of each of these sets a user has at most one role. */
export const exclusiveRoles: readonly (readonly Role[])[] = [
  ['Planner', 'HighwayAuthority', 'Contractor', 'DataExport'],
  ['UI', 'API'],
  ['Admin', 'API'],
  ['Contractor', 'StreetWorksAdmin'],
];

const companionsOfStreetWorksAdmin: readonly Role[] = ['Admin', 'Planner', 'HighwayAuthority'];

/** Why one user cannot have these roles together, or null. The published rules for combining roles. */
export function rolesRefusal(roles: readonly Role[]): string | null {
  const clash = exclusiveRoles
    .map((set) => set.filter((role) => roles.includes(role)))
    .find(({ length }) => length > 1);
  if (clash) return `${clash.join(' and ')} exclude each other`;
  const alone =
    roles.includes('StreetWorksAdmin') && !companionsOfStreetWorksAdmin.some((role) => roles.includes(role));
  return alone ? `StreetWorksAdmin needs one of ${companionsOfStreetWorksAdmin.join(', ')}` : null;
}

/** The side of a permit on which a user acts: as who promotes the works, or as the authority. */
export type Side = 'promoter' | 'authority';

/** The side that the roles give, or null: Admin and DataExport alone are on neither. */
export function sideOf(roles: readonly Role[]): Side | null {
  if (roles.includes('HighwayAuthority')) return 'authority';
  return roles.includes('Planner') || roles.includes('Contractor') ? 'promoter' : null;
}

/** The interface for programs is for API users, and for administrators, who can never be such. */
export function mayUseApi(roles: readonly Role[], openToAllRoles: boolean): boolean {
  return openToAllRoles || roles.includes('API') || roles.includes('Admin');
}

/**
 * Throws AccessRestricted unless one of the roles may call the operation, `POST /works`, over the interface for
 * programs. Throws Error for an operation that the published table does not have.
 */
export function checkRole(roles: readonly Role[], operation: string, openToAllRoles = false): void {
  const access = operationAccess[operation];
  if (!access) throw new Error(`nobody is said to have access to ${operation}`);
  if (!mayUseApi(roles, openToAllRoles)) throw new AccessRestricted('the user may not use the API');
  if (!access.roles.some((role) => roles.includes(role))) {
    throw new AccessRestricted(`${operation} is for ${access.roles.join(', ')}`);
  }
}

/** True for a user who sees and sets the amounts of section 74 invoices. */
export function seesInvoices(roles: readonly Role[]): boolean {
  return roles.includes('StreetWorksAdmin');
}
