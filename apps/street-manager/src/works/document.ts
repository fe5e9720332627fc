import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { JsonApiDocument } from '@switchyard/http';
import { permitResource } from '../permits/document';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, resource } from '../shared/json-api';

type Work = StreetManagerWorkComponents['schemas']['WorkResponse'];

/** A work as a JSON:API document: what hangs on it is related, and its history stays an attribute. */
export function workDocument(work: Work, request: DocumentRequest): JsonApiDocument {
  const { fpns = [], permits, sites, inspections, files, forward_plan: plan, section_81: section81 } = work;
  const of = work.work_reference_number;
  return documentOf(
    resource(
      'works',
      of,
      work,
      {
        active_permit: work.active_permit ? permitResource(work.active_permit) : null,
        forward_plan: plan ? resource('forward-plans', plan.forward_plan_reference_number, plan) : null,
        permits: (permits ?? []).map((permit) =>
          work.active_permit?.permit_reference_number === permit.permit_reference_number
            ? permitResource(work.active_permit)
            : resource('permits', permit.permit_reference_number, permit),
        ),
        sites: (sites ?? []).map((site) => resource('sites', `${of}-${site.site_number}`, site)),
        inspections: (inspections ?? []).map((inspection) =>
          resource('inspections', inspection.inspection_reference_number ?? `${of}-scheduled`, inspection),
        ),
        fixed_penalty_notices: (fpns ?? []).map((fpn) =>
          resource('fixed-penalty-notices', fpn.fpn_reference_number, fpn),
        ),
        section_81: section81 ? resource('section-81s', section81.section_81_reference_number, section81) : null,
        files: (files ?? []).map((file) => resource('files', file.file_id, file)),
      },
      ['fpns'],
    ),
    request,
    'works',
  );
}
