import { checkHS2Acknowledgement, checkLaneRental } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { addPermitToWork, rulesForPermit } from './add-permit';
import { assess, updateStatus } from './assess-permit';
import { rulesForAssessment, rulesForStatus } from './assessment-rules';
import { permitDocument } from './document';
import { link, unlink } from './link-section-81';
import { acknowledge, setDiscount, setLaneRental } from './note-on-permit';
import { showPermit } from './show-permit';

const PERMITS = '/works/{workReferenceNumber}/permits';
const PERMIT = `${PERMITS}/{permitReferenceNumber}` as const;

export function permitRoutes(api: WorkApi, deps: Deps): void {
  api.post(PERMITS, { rules: ({ body, now }) => rulesForPermit(body, now) }, async (request) =>
    created(await addPermitToWork(actOf(request, deps), request.params.workReferenceNumber, request.body)),
  );

  api.get(PERMIT, { document: permitDocument }, async ({ db, params }) =>
    ok(await showPermit(db, params.workReferenceNumber, params.permitReferenceNumber, deps)),
  );

  api.put(
    `${PERMIT}/status`,
    { rules: ({ body, caller, now }) => rulesForStatus(body, caller, { ...deps, now }) },
    async (request) => {
      await updateStatus(actOf(request, deps), request.params, request.body);
      return noContent();
    },
  );

  api.put(
    `${PERMIT}/assessment`,
    { rules: ({ body, now }) => rulesForAssessment(body, { ...deps, now }) },
    async (request) => {
      await assess(actOf(request, deps), request.params, request.body);
      return noContent();
    },
  );

  api.put(`${PERMIT}/permit-discount`, async (request) => {
    await setDiscount(actOf(request, deps), request.params, request.body);
    return noContent();
  });

  api.put(`${PERMIT}/lane-rental-assessments`, { rules: ({ body }) => checkLaneRental(body) }, async (request) => {
    await setLaneRental(actOf(request, deps), request.params, request.body);
    return noContent();
  });

  api.put(`${PERMIT}/hs2_acknowledgement`, { rules: ({ body }) => checkHS2Acknowledgement(body) }, async (request) => {
    await acknowledge(actOf(request, deps), request.params);
    return noContent();
  });

  api.post(`${PERMIT}/link-section-81`, async (request) =>
    created(await link(actOf(request, deps), request.params, request.body)),
  );

  api.post(`${PERMIT}/unlink-section-81`, async (request) => {
    await unlink(actOf(request, deps), request.params, request.body);
    return noContent();
  });
}
