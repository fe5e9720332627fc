import { checkNonNotifiableSite, checkReinstatement, checkSite } from '@switchyard/domain/street-manager';
import { created, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { numberInPath } from '../shared/path-number';
import { createNonNotifiableSite } from './create-non-notifiable-site';
import { createReinstatement } from './create-reinstatement';
import { createSite } from './create-site';
import { siteDocument } from './document';
import { showSite } from './show-site';

/** Before the work is known, no date of it is. */
const unknownDates = { earliestStart: null, actualStop: null };

export function siteRoutes(api: WorkApi, deps: Deps): void {
  api.post(
    '/works/{workReferenceNumber}/sites',
    { rules: ({ body, now }) => checkSite(body, { now, ...unknownDates }) },
    async (request) =>
      created(await createSite(actOf(request, deps), request.params.workReferenceNumber, request.body)),
  );

  api.get(
    '/works/{workReferenceNumber}/sites/{siteNumber}',
    { document: siteDocument },
    async ({ db, caller, params }) =>
      ok(await showSite(db, caller, params.workReferenceNumber, numberInPath('siteNumber', params.siteNumber))),
  );

  api.post(
    '/works/{workReferenceNumber}/sites/{siteNumber}/reinstatements',
    {
      before: ({ params }) => void numberInPath('siteNumber', params.siteNumber),
      rules: ({ body, now }) => checkReinstatement(body, { now, type: null, ...unknownDates }),
    },
    async (request) => {
      const { workReferenceNumber, siteNumber } = request.params;
      await createReinstatement(actOf(request, deps), workReferenceNumber, Number(siteNumber), request.body);
      return created(undefined);
    },
  );

  api.post(
    '/non-notifiable-works/sites',
    { rules: ({ body, now }) => checkNonNotifiableSite(body, { now }) },
    async (request) => created(await createNonNotifiableSite(actOf(request, deps), request.body)),
  );
}
