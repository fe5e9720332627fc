import {
  actorRefusal,
  checkSection81,
  checkSection81Status,
  refuseAccess,
  sideOf,
} from '@switchyard/domain/street-manager';
import type { Section81StatusRequest } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import { filesOf } from '../files/link-files';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf, reference, resource } from '../shared/json-api';
import { mayRead } from '../shared/parties';
import { findWork } from '../works/repository';
import { answerNotice, reassignNotice } from './answer-notice';
import { giveNotice } from './give-notice';
import type { LinkedPermit } from './repository';
import { findSection81, linkedPermitOf } from './repository';
import { section81Response } from './response';

const NOTICE = '/works/{workReferenceNumber}/section-81s/{section81ReferenceNumber}';

interface Notice {
  section_81_reference_number: string;
  work_reference_number: string;
  linked_permit?: LinkedPermit;
  files: { file_id: number }[];
}

export function section81Routes(api: WorkApi, deps: Deps): void {
  api.post(
    '/section-81-works/section-81s',
    { rules: ({ body, now }) => checkSection81(body, { now }) },
    async (request) => created(await giveNotice(actOf(request, deps), request.body)),
  );

  api.get(
    NOTICE,
    {
      document: (notice: Notice, request) =>
        documentOf(
          resource('section-81s', notice.section_81_reference_number, notice, {
            work: reference('works', notice.work_reference_number),
            linked_permit: notice.linked_permit
              ? reference('permits', notice.linked_permit.permit_reference_number)
              : null,
            files: notice.files.map((file) => resource('files', file.file_id, file)),
          }),
          request,
          'section-81s',
        ),
    },
    async ({ db, caller, params }) => {
      const work = await findWork(db, params.workReferenceNumber);
      const notice = await findSection81(db, work.reference, params.section81ReferenceNumber);
      mayRead(caller, work);
      const [files, linkedPermit] = await Promise.all([
        filesOf(db, 'section_81', notice.reference),
        linkedPermitOf(db, notice.reference),
      ]);
      return ok(section81Response(notice, work, { files, linkedPermit }, deps.directory));
    },
  );

  api.put(
    `${NOTICE}/status`,
    {
      before: ({ caller, body }) => refuseOther(sideOf(caller.roles)!, body),
      rules: ({ body }) => checkSection81Status(body),
    },
    async (request) => {
      await answerNotice(actOf(request, deps), request.params, request.body);
      return noContent();
    },
  );

  api.put(`${NOTICE}/reassign-section-81`, async (request) => {
    await reassignNotice(actOf(request, deps), request.params, request.body.new_organisation_reference);
    return noContent();
  });
}

/** A status that is for the other side is a matter of access, before anything else is said about the request. */
function refuseOther(side: 'promoter' | 'authority', body: Section81StatusRequest | null | undefined): void {
  const status: unknown = body?.section_81_status;
  if (typeof status === 'string') refuseAccess(actorRefusal(side, 'section_81_status', status));
}
