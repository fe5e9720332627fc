import { checkSection74, checkSection74Status, seesInvoices } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import { filesOf } from '../files/link-files';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf, reference, resource } from '../shared/json-api';
import { mayRead } from '../shared/parties';
import { findWork } from '../works/repository';
import { answer, refuseInvoices } from './answer';
import { findSection74 } from './repository';
import { section74Response } from './response';
import { warn } from './warn';

const WARNING = '/works/{workReferenceNumber}/section-74s/{section74ReferenceNumber}';

interface Warning {
  section_74_reference_number: string;
  permit_reference_number: string;
  files: { file_id: number }[];
}

export function section74Routes(api: WorkApi, deps: Deps): void {
  api.post(
    '/works/{workReferenceNumber}/section-74s',
    // NOTE which permits the work has is asked later, when it is known
    {
      rules: ({ body, now }) =>
        checkSection74({ ...body, permit_reference_number: null }, { now, permitReferences: [] }),
    },
    async (request) => {
      const reference = await warn(actOf(request, deps), request.params.workReferenceNumber, request.body);
      return created({ section_74_reference_number: reference });
    },
  );

  api.get(
    WARNING,
    {
      document: (warning: Warning, request) =>
        documentOf(
          resource('section-74s', warning.section_74_reference_number, warning, {
            permit: reference('permits', warning.permit_reference_number),
            files: warning.files.map((file) => resource('files', file.file_id, file)),
          }),
          request,
          'section-74s',
        ),
    },
    async ({ db, caller, params }) => {
      const work = await findWork(db, params.workReferenceNumber);
      const warning = await findSection74(db, work.reference, params.section74ReferenceNumber);
      mayRead(caller, work);
      const files = await filesOf(db, 'section_74', warning.reference);
      return ok(section74Response(warning, files, seesInvoices(caller.roles)));
    },
  );

  api.put(
    `${WARNING}/highway-authority-status`,
    {
      before: ({ caller, body }) => refuseInvoices(caller, body),
      rules: ({ body, now }) => checkSection74Status(body, { now }),
    },
    async (request) => {
      await answer(actOf(request, deps), request.params, request.body);
      return noContent();
    },
  );
}
