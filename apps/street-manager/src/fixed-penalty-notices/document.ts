import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { JsonApiDocument } from '@switchyard/http';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, reference, resource } from '../shared/json-api';

type Notice = StreetManagerWorkComponents['schemas']['FPNResponse'];

/** A fixed penalty notice as a JSON:API document. */
export function noticeDocument(notice: Notice, request: DocumentRequest): JsonApiDocument {
  const { fpn_reference_number, work_reference_number, permit_reference_number: permit, files } = notice;
  const relationships = {
    work: reference('works', work_reference_number),
    permit: permit ? reference('permits', permit) : null,
    files: (files ?? []).map((file) => resource('files', file.file_id, file)),
  };
  const type = 'fixed-penalty-notices';
  return documentOf(resource(type, fpn_reference_number, notice, relationships), request, type);
}
