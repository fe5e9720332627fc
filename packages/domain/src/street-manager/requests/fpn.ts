import type { Violation } from '../../kernel';
import type { FPNStatus, OffenceCode, PaymentMethod } from '../enums';
import { checkDates } from './dates';
import { checkEvidence } from './evidence';
import type { WithFiles } from './evidence';
import { checkPermitOfWork } from './permit-of-work';
import { allowOnly, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';

/** A fixed penalty notice. */
export interface FPNRequest extends DelegatedUser, WithFiles {
  offence_code?: OffenceCode | null;
  offence_date?: string | null;
  offence_details?: string | null;
  authorised_officer?: string | null;
  officer_contact_details?: string | null;
  officer_address?: string | null;
  representations_contact?: string | null;
  representations_contact_address?: string | null;
  payment_methods?: readonly PaymentMethod[] | null;
  permit_reference_number?: string | null;
  fpn_evidence?: boolean | null;
}

export interface FPNStatusRequest extends DelegatedUser {
  fpn_status?: FPNStatus | null;
  status_reason?: string | null;
}

export interface PermitsContext extends RequestContext {
  /** The references of the work's permits, in upper case as they are stored. */
  permitReferences: readonly string[];
}

/** What a notice can become. It is issued by giving it. */
export const fpnAnswers = [
  'accepted',
  'paid',
  'paid_discounted',
  'disputed',
  'withdrawn',
] as const satisfies readonly FPNStatus[];

/** The published rules for giving a notice. */
export function checkFPN(request: FPNRequest, { now, permitReferences }: PermitsContext): Violation[] {
  return [
    ...checkDates(request, { offence_date: 'past' }, now),
    ...checkPermitOfWork(request.permit_reference_number, permitReferences),
    ...checkEvidence(request, 'fpn_evidence'),
  ];
}

/** The published rules for answering or ending a notice. */
export function checkFPNStatus(request: FPNStatusRequest): Violation[] {
  const status = request.fpn_status;
  const asked = status === 'withdrawn' || status === 'disputed';
  return [
    ...allowOnly('fpn_status', status, fpnAnswers),
    ...requireWhen(asked, request, ['status_reason'], `fpn_status is ${String(status)}`),
  ];
}
