import type { Side } from './access-roles';

type Actors = Readonly<Record<string, Side>>;

/** Values that one side only may send where both may call. A value that is not named is nobody's in particular. */
export const valueActors = {
  permit_status: {
    cancelled: 'promoter',
    granted: 'authority',
    refused: 'authority',
    permit_modification_request: 'authority',
    revoked: 'authority',
  },
  fpn_status: {
    accepted: 'promoter',
    disputed: 'promoter',
    paid: 'authority',
    paid_discounted: 'authority',
    withdrawn: 'authority',
  },
  section_81_status: {
    acknowledged: 'promoter',
    accepted: 'promoter',
    accepted_fixed: 'promoter',
    rejected: 'promoter',
    resolved_by_ha: 'authority',
    cancelled: 'authority',
  },
  topic: { OVERRUN: 'authority' },
} as const satisfies Record<string, Actors>;

export type ActorField = keyof typeof valueActors;

/**
 * Why this side may not send the value, or null: the answer is "access restricted", not a bad request. Ask it before the
 * rules of the request. One exception: a promoter's status of a permit is a bad request whenever it is not `cancelled`.
 */
export function actorRefusal(side: Side, field: ActorField, value: string | null | undefined): string | null {
  if (!value || (field === 'permit_status' && side === 'promoter')) return null;
  const actors: Actors = valueActors[field];
  const actor = Object.hasOwn(actors, value) ? actors[value] : side;
  return actor === side ? null : `${field} ${value} is for the ${actor}`;
}
