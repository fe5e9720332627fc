import { checkHistoricFPN, checkHistoricInspection } from '@switchyard/domain/street-manager';
import { created } from '@switchyard/http';
import { issueNotice } from '../fixed-penalty-notices/issue-notice';
import { recordInspection } from '../inspections/record-inspection';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { createHistoricWork } from './create-historic-work';

export function historicWorkRoutes(api: WorkApi, deps: Deps): void {
  api.post(
    '/historic-works/inspections',
    { rules: ({ body, now }) => checkHistoricInspection(body, { now }) },
    async (request) => {
      const act = actOf(request, deps);
      const work = await createHistoricWork(act, request.body);
      return created({
        work_reference_number: work.reference,
        inspection_reference_number: await recordInspection(act, work, request.body),
      });
    },
  );

  api.post(
    '/historic-works/fixed-penalty-notices',
    { rules: ({ body, now }) => checkHistoricFPN(body, { now }) },
    async (request) => {
      const act = actOf(request, deps);
      const work = await createHistoricWork(act, request.body);
      return created({
        work_reference_number: work.reference,
        fpn_reference_number: await issueNotice(act, work, request.body),
      });
    },
  );
}
