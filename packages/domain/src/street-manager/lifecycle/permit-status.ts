import type { StateMachine } from '../../kernel';
import type { PermitStatus } from '../enums';

/** What a permit can be; `progressed` is for PAAs alone. */
export const paStatuses = [
  'submitted',
  'permit_modification_request',
  'granted',
  'refused',
  'revoked',
  'closed',
  'cancelled',
] as const satisfies readonly PermitStatus[];
export type PaStatus = (typeof paStatuses)[number];

export type PermitEvent =
  | 'grant'
  | 'deem'
  | 'refuse'
  | 'request_modification'
  | 'answer_modification'
  | 'revoke'
  | 'cancel'
  | 'stop'
  | `revert_stop_to_${StoppablePermitStatus}`;

/** A permit in any of these is on: works under it can be stopped, and a reverted stop leads back to it. */
export const stoppablePermitStatuses = [
  'submitted',
  'permit_modification_request',
  'granted',
  'refused',
  'revoked',
] as const satisfies readonly PaStatus[];
export type StoppablePermitStatus = (typeof stoppablePermitStatuses)[number];

const live: readonly PaStatus[] = stoppablePermitStatuses;
const closed: readonly PaStatus[] = ['closed'];

/**
 * The published rules for permit statuses, PAAs aside. A start changes none of them. Answering a modification request
 * leads back to `submitted` only under `PMR_ALTERATIONS=applied`.
 */
export const permitMachine: StateMachine<PaStatus, PermitEvent> = {
  name: 'permit',
  initial: 'submitted',
  states: paStatuses,
  // prettier-ignore
  transitions: {
    grant:                { from: ['submitted', 'permit_modification_request'], to: 'granted' },
    deem:                 { from: ['submitted'],                                to: 'granted' },
    refuse:               { from: ['submitted', 'permit_modification_request'], to: 'refused' },
    request_modification: { from: ['submitted'],                                to: 'permit_modification_request' },
    answer_modification:  { from: ['permit_modification_request'],              to: 'submitted' },
    revoke:               { from: ['granted'],                                  to: 'revoked' },
    cancel:               { from: live,                                         to: 'cancelled' },
    stop:                 { from: live,                                         to: 'closed' },
    revert_stop_to_submitted:                   { from: closed, to: 'submitted' },
    revert_stop_to_permit_modification_request: { from: closed, to: 'permit_modification_request' },
    revert_stop_to_granted:                     { from: closed, to: 'granted' },
    revert_stop_to_refused:                     { from: closed, to: 'refused' },
    revert_stop_to_revoked:                     { from: closed, to: 'revoked' },
  },
};
