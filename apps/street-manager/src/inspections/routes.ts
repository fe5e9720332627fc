import { checkInspection, checkScheduledInspection } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { inspectionDocument } from './document';
import { inspectWork } from './record-inspection';
import { schedule, unschedule } from './schedule-inspection';
import { showInspection } from './show-inspection';
import { withdraw } from './withdraw-inspection';

const WORK = '/works/{workReferenceNumber}';
const INSPECTION = `${WORK}/inspections/{inspectionReferenceNumber}` as const;

export function inspectionRoutes(api: WorkApi, deps: Deps): void {
  api.post(
    `${WORK}/inspections`,
    // NOTE which sites the work has is asked later, when it is known
    { rules: ({ body, now }) => checkInspection(body, { now, siteNumbers: null }) },
    async (request) => {
      const reference = await inspectWork(actOf(request, deps), request.params.workReferenceNumber, request.body);
      return created({ inspection_reference_number: reference });
    },
  );

  api.get(INSPECTION, { document: inspectionDocument }, async ({ db, caller, params }) =>
    ok(await showInspection(db, caller, params, deps)),
  );

  api.put(`${INSPECTION}/withdraw`, async (request) => {
    await withdraw(actOf(request, deps), request.params, request.body);
    return noContent();
  });

  api.post(
    `${WORK}/scheduled-inspections`,
    { rules: ({ body, now }) => checkScheduledInspection(body, { now }) },
    async (request) => {
      await schedule(actOf(request, deps), request.params.workReferenceNumber, request.body);
      return created(undefined);
    },
  );

  api.delete(`${WORK}/scheduled-inspections`, async (request) => {
    await unschedule(actOf(request, deps), request.params.workReferenceNumber);
    return noContent();
  });
}
