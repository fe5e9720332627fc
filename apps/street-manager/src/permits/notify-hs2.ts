import { isHs2 } from '@switchyard/domain/street-manager';
import { writeMail } from '../mail/write-mail';
import type { Act } from '../shared/deps';
import type { WorkRow } from '../works/row';
import type { PermitRow } from './row';

/** Writes to the addresses that HS2 names in an application. Other promoters may name some too: nobody is written to. */
export function notifyHs2Contacts({ tx, now }: Pick<Act, 'tx' | 'now'>, work: WorkRow, permit: PermitRow): void {
  if (!isHs2(work.promoter)) return;
  for (const to of permit.content.hs2_highway_emails ?? []) {
    writeMail(tx, now, { to, subject: `${permit.reference}: HS2 works submitted`, body: letterOf(work, permit) });
  }
}

const letterOf = (work: WorkRow, { reference, content, ...permit }: PermitRow): string =>
  [
    `Permit ${reference} has been submitted for works on ${[work.street_name, work.town].filter(Boolean).join(', ')}.`,
    '',
    `Description: ${content.description_of_work}`,
    `Location: ${content.works_location_description}`,
    `Proposed start: ${permit.proposed_start_date.toISOString()}`,
    `Proposed end: ${permit.proposed_end_date.toISOString()}`,
    ...(content.hs2_consultation_requested_response_date
      ? [`Response requested by: ${new Date(content.hs2_consultation_requested_response_date).toISOString()}`]
      : []),
  ].join('\n');
