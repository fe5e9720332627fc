import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { JsonApiDocument } from '@switchyard/http';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, reference, resource } from '../shared/json-api';

type Inspection = StreetManagerWorkComponents['schemas']['InspectionResponse'];

/** An inspection as a JSON:API document. */
export function inspectionDocument(inspection: Inspection, request: DocumentRequest): JsonApiDocument {
  const { inspection_reference_number, work_reference_number, files } = inspection;
  const relationships = {
    work: reference('works', work_reference_number),
    files: (files ?? []).map((file) => resource('files', file.file_id, file)),
  };
  return documentOf(
    resource('inspections', inspection_reference_number, inspection, relationships),
    request,
    'inspections',
  );
}
