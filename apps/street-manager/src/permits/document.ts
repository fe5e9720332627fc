import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { JsonApiDocument, Resource } from '@switchyard/http';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, reference, resource } from '../shared/json-api';

type Permit = StreetManagerWorkComponents['schemas']['PermitResponse'];

/** A permit as a resource. */
export const permitResource = (permit: Permit): Resource =>
  resource('permits', permit.permit_reference_number, permit, {
    work: reference('works', permit.work_reference_number),
    permit_alterations: (permit.permit_alterations ?? []).map((alteration) =>
      resource('permit-alterations', alteration.permit_alteration_reference_number, alteration),
    ),
    files: (permit.files ?? []).map((file) => resource('files', file.file_id, file)),
    linked_section_81: permit.linked_section_81
      ? reference('section-81s', permit.linked_section_81.section_81_reference_number)
      : null,
  });

export const permitDocument = (permit: Permit, request: DocumentRequest): JsonApiDocument =>
  documentOf(permitResource(permit), request, 'permits');
