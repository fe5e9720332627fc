import { AccessRestricted, changeSection74, seesInvoices } from '@switchyard/domain/street-manager';
import type { Section74Answer, Section74StatusRequest } from '@switchyard/domain/street-manager';
import { PreconditionFailed } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import { recordEvents } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import { findSection74 } from './repository';
import { section74s } from './row';

/** What only who deals with invoices may say. */
const invoiceMembers = [
  'draft_invoice_amount',
  'draft_invoice_reference',
  'final_agreed_amount',
  'invoice_reference',
] as const;

/** Throws AccessRestricted where the caller says something of an invoice and does not deal with them. */
export function refuseInvoices({ roles }: Caller, request: Section74StatusRequest | null | undefined): void {
  const invoiced = invoiceMembers.some((member) => request?.[member] !== undefined);
  if (invoiced && !seesInvoices(roles)) throw new AccessRestricted('invoices are for StreetWorksAdmin');
}

export interface NamedSection74 {
  workReferenceNumber: string;
  section74ReferenceNumber: string;
}

/** The authority's next step on a warning. Throws NotFound, AccessRestricted, PreconditionFailed. */
export async function answer(act: Act, named: NamedSection74, request: Section74StatusRequest): Promise<void> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, named.workReferenceNumber);
  const warning = await findSection74(tx, work.reference, named.section74ReferenceNumber);
  mayWrite(caller, work);
  if (request.status === 'warning_issued') throw new PreconditionFailed('A section 74 warning has already been issued');
  const { status, events } = changeSection74(warning.ha_status, request.status as Section74Answer);
  const { status: _, internal_user_identifier: _identifier, internal_user_name: _name, ...said } = request;
  section74s.change(tx, warning.reference, {
    ha_status: status,
    responses: { ...warning.responses, ...said, at: now.toISOString() },
  });
  recordEvents(act, work, events, { object: warning.reference, details: request.additional_details });
}
