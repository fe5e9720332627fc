import type { StateMachine } from '../../kernel';
import type { PermitStatus } from '../enums';

export const paaStatuses = [
  'submitted',
  'granted',
  'refused',
  'revoked',
  'progressed',
  'cancelled',
] as const satisfies readonly PermitStatus[];
export type PaaStatus = (typeof paaStatuses)[number];

export type PaaEvent = 'grant' | 'deem' | 'refuse' | 'revoke' | 'progress' | 'cancel';

/**
 * The published rules for the statuses of a provisional advance authorisation. It never starts, stops or changes; the
 * major permit that follows progresses it.
 */
export const paaMachine: StateMachine<PaaStatus, PaaEvent> = {
  name: 'paa',
  initial: 'submitted',
  states: paaStatuses,
  // prettier-ignore
  transitions: {
    grant:    { from: ['submitted'],                       to: 'granted' },
    deem:     { from: ['submitted'],                       to: 'granted' },
    refuse:   { from: ['submitted'],                       to: 'refused' },
    revoke:   { from: ['granted'],                         to: 'revoked' },
    progress: { from: ['submitted', 'granted'],            to: 'progressed' },
    cancel:   { from: ['submitted', 'granted', 'refused'], to: 'cancelled' },
  },
};
