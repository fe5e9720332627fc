import { AccessRestricted, areaRefusal, precondition } from '@switchyard/domain/street-manager';
import { storeFile } from '../files/store-file';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import type { AreaUpload } from './read-area-upload';
import { countAreas, insertArea } from './repository';

export interface CreatedArea {
  file_id: number;
  geographical_area_reference_number: string;
}

/** Areas are for highway authorities, their administrators among them. */
export function mayHaveAreas({ caller, directory }: Pick<Act, 'caller' | 'directory'>): void {
  if (directory.find(caller.organisation)?.type !== 'HA')
    throw new AccessRestricted('the caller is of no highway authority');
}

/** Makes an area of the caller's authority out of a list of streets. Throws PreconditionFailed when it has all it may have. */
export async function createArea(act: Act, { area, file }: AreaUpload): Promise<CreatedArea> {
  const { tx, caller, now } = act;
  mayHaveAreas(act);
  const refusal = areaRefusal(await countAreas(tx, caller.organisation));
  precondition(refusal === null, refusal ?? '');
  const fileId = await storeFile(act, file, caller.organisation);
  const reference = await insertArea(tx, caller.organisation, area, fileId, now);
  recordHistory(act, null, [{ event: 'geographical_area_created' }]);
  return { file_id: fileId, geographical_area_reference_number: String(reference) };
}
