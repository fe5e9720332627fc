import type { AddFilesRequest } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import { linkFiles } from './link-files';

/** Adds files to the work itself, each of them an event of its own. */
export async function addFiles(act: Act, workReferenceNumber: string, request: AddFilesRequest): Promise<void> {
  const work = await lockWork(act.tx, workReferenceNumber);
  mayWrite(act.caller, work);
  const { reference } = work;
  await linkFiles(act, request.file_ids, { kind: 'work', reference, work: reference });
  const ids = request.file_ids ?? [];
  recordHistory(
    act,
    work,
    ids.map((id) => ({ event: 'file_uploaded', object: String(id) })),
  );
}
