import type { WorkType } from './enumerations';

/** Who may call: those who give work, those who do it, and those who run the service. */
export const roles = ['requestor', 'supplier', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The roles that take part in a task. */
export type PartyRole = Exclude<Role, 'admin'>;

export interface Party {
  id: string;
  name: string;
  role: Role;
  /** What a supplier does; empty for every type of work. */
  workTypes: readonly WorkType[];
}

/** The party that the service itself is in histories. */
export const systemPartyId = 'WRM';

export const serves = ({ role, workTypes }: Party, workType: WorkType): boolean =>
  role === 'supplier' && (workTypes.length === 0 || workTypes.includes(workType));
