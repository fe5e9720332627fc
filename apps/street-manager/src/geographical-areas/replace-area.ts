import { AccessRestricted } from '@switchyard/domain/street-manager';
import { dropFile, storeFile } from '../files/store-file';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { mayHaveAreas } from './create-area';
import type { AreaUpload } from './read-area-upload';
import { lockArea, replaceArea } from './repository';

/** Puts a new list in the place of an area's: its name, its streets and its file. Throws NotFound, or AccessRestricted. */
export async function replaceAreaBy(act: Act, reference: number, { area, file }: AreaUpload): Promise<void> {
  const { tx, caller, now } = act;
  mayHaveAreas(act);
  const present = await lockArea(tx, reference);
  if (present.organisation_reference !== caller.organisation)
    throw new AccessRestricted('the area is of another authority');
  const fileId = await storeFile(act, file, caller.organisation);
  replaceArea(tx, reference, area, fileId, now);
  await dropFile(act, present.file_id);
  recordHistory(act, null, [{ event: 'geographical_area_updated' }]);
}
