import type { StateMachine } from '../../kernel';
import { alterationStatuses } from '../enums';
import type { AlterationStatus, AlterationType } from '../enums';
import type { PmrAlterations } from './pmr-alterations';

export type AlterationEvent = 'grant' | 'grant_with_duration_challenge' | 'refuse' | 'deem' | 'cancel' | 'revoke';

const submitted: readonly AlterationStatus[] = ['submitted'];

/** The published rules for the statuses of a permit alteration; what HS2 alters begins and ends as `auto_applied`. */
export const alterationMachine: StateMachine<AlterationStatus, AlterationEvent> = {
  name: 'alteration',
  initial: 'submitted',
  states: alterationStatuses,
  // prettier-ignore
  transitions: {
    grant:                         { from: submitted, to: 'granted' },
    grant_with_duration_challenge: { from: submitted, to: 'granted_with_duration_challenge' },
    refuse:                        { from: submitted, to: 'refused' },
    deem:                          { from: submitted, to: 'deemed' },
    cancel:                        { from: submitted, to: 'cancelled' },
    revoke:                        { from: submitted, to: 'revoked' },
  },
};

/** True for a type whose values wait for the authority; the others reach the permit as they are submitted. */
export function needsAssessment(type: AlterationType, setting: PmrAlterations): boolean {
  switch (type) {
    case 'PROMOTER_CHANGE_REQUEST':
    case 'WORK_EXTENSION':
      return true;
    case 'MODIFIED_PERMIT':
      return setting === 'assessed';
    default:
      return false;
  }
}

export interface AlterationFacts {
  type: AlterationType;
  status: AlterationStatus;
}

/** True for an alteration that the authority, or its silence, still has to decide. A permit has one at most. */
export function awaitsAssessment({ type, status }: AlterationFacts, setting: PmrAlterations): boolean {
  return status === 'submitted' && needsAssessment(type, setting);
}
