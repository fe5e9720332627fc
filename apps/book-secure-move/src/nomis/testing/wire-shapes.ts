import type { Alert, Contact, PersonalCareNeed, Prisoner } from '../records';
import type { UpstreamReply } from './upstream';

/** Records as the prison systems write them: in envelopes, with members that we do not know, without empty ones. */

/** Leaves out members that are null, at every depth: half of the upstreams do. */
export function sparse(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, member: unknown) => (member === null ? undefined : member)));
}

/** NOTE the prisoner search writes booking ids as ten digits in quotes. */
export function prisoner(record: Prisoner): unknown {
  const bookingId = record.bookingId === null ? undefined : String(record.bookingId).padStart(10, '0');
  return { ...record, bookingId, aliases: [], youthOffender: false, restrictedPatient: false };
}

export function alertPage(content: Alert[]): unknown {
  return { content: content.map((alert) => ({ ...alert, comments: [], createdBy: 'X' })), totalPages: 1, last: true };
}

export function careNeedGroups(prisonNumbers: string[], needs: PersonalCareNeed[]): unknown {
  return prisonNumbers.map((offenderNo) => ({
    offenderNo,
    personalCareNeeds: needs
      .filter((need) => need.offenderNo === offenderNo)
      .map(({ offenderNo: _, ...need }) => sparse(need)),
  }));
}

/** NOTE a contact's own nextOfKin member is false in both lists. */
export function contactGroups(contacts: Contact[]): unknown {
  const group = (nextOfKin: boolean) =>
    contacts.filter((contact) => contact.nextOfKin === nextOfKin).map((contact) => ({ ...contact, nextOfKin: false }));
  return sparse({ nextOfKin: group(true), otherContacts: group(false) });
}

export function error(status: number, message: string): UpstreamReply {
  return { status, body: { status, userMessage: message, developerMessage: message } };
}
