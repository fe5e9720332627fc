import { checkFPN } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { changeStatus, rulesForStatus } from './change-status';
import { noticeDocument } from './document';
import { penaliseWork } from './issue-notice';
import { showNotice } from './show-notice';

const NOTICES = '/works/{workReferenceNumber}/fixed-penalty-notices';
const NOTICE = `${NOTICES}/{fpnReferenceNumber}` as const;

export function fixedPenaltyNoticeRoutes(api: WorkApi, deps: Deps): void {
  api.post(
    NOTICES,
    // NOTE which permits the work has is asked later, when it is known
    {
      rules: ({ body, now }) => checkFPN({ ...body, permit_reference_number: null }, { now, permitReferences: [] }),
    },
    async (request) => {
      const reference = await penaliseWork(actOf(request, deps), request.params.workReferenceNumber, request.body);
      return created({ fpn_reference_number: reference });
    },
  );

  api.get(NOTICE, { document: noticeDocument }, async ({ db, caller, params }) =>
    ok(await showNotice(db, caller, params, deps)),
  );

  api.put(`${NOTICE}/status`, { rules: ({ body, caller }) => rulesForStatus(body, caller) }, async (request) => {
    await changeStatus(actOf(request, deps), request.params, request.body);
    return noContent();
  });
}
