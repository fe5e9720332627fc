import { created, noContent, ok } from '@switchyard/http';
import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { assessAlteration, rulesForAssessment } from './assess-alteration';
import { alterationDocument } from './document';
import { proposeAlteration, rulesForAlteration } from './propose-alteration';
import { showAlteration } from './show-alteration';

const ALTERATIONS = '/works/{workReferenceNumber}/permits/{permitReferenceNumber}/alterations';
const ALTERATION = `${ALTERATIONS}/{permitAlterationReferenceNumber}` as const;

type Shown = StreetManagerWorkComponents['schemas']['PermitAlterationResponse'];

export function alterationRoutes(api: WorkApi, deps: Deps): void {
  api.post(ALTERATIONS, { rules: ({ body, now }) => rulesForAlteration(body, now) }, async (request) => {
    const reference = await proposeAlteration(actOf(request, deps), request.params, request.body);
    return created({ permit_alteration_reference_number: reference });
  });

  api.get(
    ALTERATION,
    { document: (alteration: Shown, request) => alterationDocument(alteration, request, deps) },
    async ({ db, params }) => ok(await showAlteration(db, params)),
  );

  api.put(`${ALTERATION}/status`, { rules: ({ body, now }) => rulesForAssessment(body, now) }, async (request) => {
    await assessAlteration(actOf(request, deps), request.params, request.body);
    return noContent();
  });
}
