import { noContent, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { assess, updateStatus } from './assess-permit';
import { permitDocument } from './document';
import { showPermit } from './show-permit';

const PERMIT = '/works/{workReferenceNumber}/permits/{permitReferenceNumber}';

export function permitRoutes(api: WorkApi, deps: Deps): void {
  api.get(PERMIT, { document: permitDocument }, async ({ db, params }) =>
    ok(await showPermit(db, params.workReferenceNumber, params.permitReferenceNumber, deps)),
  );

  api.put(`${PERMIT}/status`, async (request) => {
    await updateStatus(actOf(request, deps), request.params, request.body);
    return noContent();
  });

  api.put(`${PERMIT}/assessment`, async (request) => {
    await assess(actOf(request, deps), request.params, request.body);
    return noContent();
  });
}
