import { created, noContent } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { numberInPath } from '../shared/path-number';
import { addFiles } from './add-files';
import { deleteFile } from './delete-file';
import { downloadFile } from './download-file';
import { readUpload, uploadFile } from './upload-file';

/** Room for a file of the largest size, its form, and for one that is somewhat too large to be told so. */
const UPLOAD_LIMITS = { maxBytes: 12 * 1_024 * 1_024, timeoutMs: 110_000 };

export function fileRoutes(api: WorkApi, deps: Deps): void {
  api.post(
    '/files',
    // The form is read before the transaction: it is long, and needs nothing of the database.
    { bodyLimits: UPLOAD_LIMITS, prepare: (request) => readUpload(request, deps.ids) },
    async (request) => created(await uploadFile(actOf(request, deps), request.prepared)),
  );

  api.get('/files/{fileId}', { document: null }, ({ db, caller, params }) =>
    downloadFile(db, caller, numberInPath('fileId', params.fileId), deps),
  );

  api.delete('/files/{fileId}', async (request) => {
    await deleteFile(actOf(request, deps), numberInPath('fileId', request.params.fileId));
    return noContent();
  });

  api.post('/works/{workReferenceNumber}/files', async (request) => {
    await addFiles(actOf(request, deps), request.params.workReferenceNumber, request.body);
    return created(undefined);
  });
}
