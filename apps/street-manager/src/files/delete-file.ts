import { AccessRestricted, actsFor, precondition } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { lockFile } from './repository';
import { dropFile } from './store-file';

/** Deletes a file that no record has. Throws NotFound, AccessRestricted, or PreconditionFailed for one that is linked. */
export async function deleteFile(act: Act, id: number): Promise<void> {
  const file = await lockFile(act.tx, id);
  if (!actsFor(act.caller, file.organisation_reference))
    throw new AccessRestricted('the file is of another organisation');
  precondition(file.linked_kind === null, 'A file that is associated with a record can not be deleted');
  await dropFile(act, id);
}
