import { noContent, created, ok } from '@switchyard/http';
import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf, resource } from '../shared/json-api';
import { closeTarget } from './close-target';
import { requestDraws } from './request-draws';
import { createTarget, updateTarget } from './set-target';
import { showTarget } from './show-target';

type Target = StreetManagerWorkComponents['schemas']['SampleInspectionTargetResponse'];

const TARGETS = '/sample-inspection-targets';
const TARGET = `${TARGETS}/{sampleInspectionTargetReferenceNumber}` as const;

export function sampleInspectionRoutes(api: WorkApi, deps: Deps): void {
  api.post(TARGETS, async (request) =>
    created({ sample_inspection_target_reference_number: await createTarget(actOf(request, deps), request.body) }),
  );

  api.get(
    TARGET,
    {
      document: (target: Target, request) => {
        const id = target.sample_inspection_target_reference_number;
        return documentOf(resource('sample-inspection-targets', id, target), request, 'sample-inspection-targets');
      },
    },
    async ({ db, caller, params }) =>
      ok(await showTarget(db, caller, params.sampleInspectionTargetReferenceNumber, deps)),
  );

  api.put(TARGET, async (request) => {
    await updateTarget(actOf(request, deps), request.params.sampleInspectionTargetReferenceNumber, request.body);
    return noContent();
  });

  api.put(`${TARGET}/close`, async (request) => {
    await closeTarget(actOf(request, deps), request.params.sampleInspectionTargetReferenceNumber);
    return noContent();
  });

  api.post('/sample-inspection', (request) => {
    requestDraws(actOf(request, deps));
    return Promise.resolve(noContent());
  });
}
