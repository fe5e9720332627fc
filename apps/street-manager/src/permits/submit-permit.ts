import type { PermitApplication } from '@switchyard/domain/street-manager';
import { linkFiles } from '../files/link-files';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';
import type { Submission } from './new-permit';
import { newPermit } from './new-permit';
import { notifyHs2Contacts } from './notify-hs2';
import type { PermitRow } from './row';
import { permitTable } from './row';

/**
 * Adds the next permit to a work and makes it the active one; the caller has taken the work's row. Gives the permit's
 * reference.
 */
export async function submitNewPermit(
  act: Act,
  work: WorkRow,
  request: PermitApplication,
  submission: Submission,
): Promise<string> {
  const { permit, work: changes, happenings } = newPermit(act, work, request, submission);
  if (work.active_permit !== null) permitTable.change(act.tx, work.active_permit, { is_active: false });
  permitTable.insert(act.tx, permit);
  workTable.change(act.tx, work.reference, changes);
  await followPermit(act, work, request, permit);
  recordHistory(act, work, happenings);
  return permit.reference;
}

/** What comes with a permit that has been stored: its files become its own, and whoever is to know is written to. */
export async function followPermit(
  act: Act,
  work: WorkRow,
  { file_ids }: PermitApplication,
  permit: PermitRow,
): Promise<void> {
  await linkFiles(act, file_ids, { kind: 'permit', reference: permit.reference, work: work.reference });
  notifyHs2Contacts(act, work, permit);
}
