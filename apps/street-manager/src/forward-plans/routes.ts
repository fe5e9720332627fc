import { checkForwardPlan, checkForwardPlanUpdate } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf, reference, resource } from '../shared/json-api';
import { findWork } from '../works/repository';
import { cancelPlan, editPlan } from './change-plan';
import { raisePlan } from './raise-plan';
import { findPlan } from './repository';
import { planResponse } from './response';

const PLAN = '/works/{workReferenceNumber}/forward-plans/{forwardPlanReferenceNumber}';

interface Plan {
  forward_plan_reference_number: string;
  work_reference_number: string;
}

export function forwardPlanRoutes(api: WorkApi, deps: Deps): void {
  api.post('/forward-plans', { rules: ({ body, now }) => checkForwardPlan(body, { now }) }, async (request) =>
    created(await raisePlan(actOf(request, deps), request.body)),
  );

  api.get(
    PLAN,
    {
      document: (plan: Plan, request) =>
        documentOf(
          resource('forward-plans', plan.forward_plan_reference_number, plan, {
            work: reference('works', plan.work_reference_number),
          }),
          request,
          'forward-plans',
        ),
    },
    async ({ db, params }) => {
      const work = await findWork(db, params.workReferenceNumber);
      const plan = await findPlan(db, work.reference, params.forwardPlanReferenceNumber);
      return ok(planResponse(plan, work, deps.directory));
    },
  );

  api.put(PLAN, { rules: ({ body, now }) => checkForwardPlanUpdate(body, { now }) }, async (request) => {
    await editPlan(actOf(request, deps), request.params, request.body);
    return noContent();
  });

  api.put(`${PLAN}/cancel`, async (request) => {
    await cancelPlan(actOf(request, deps), request.params, request.body.cancelled_reason);
    return noContent();
  });
}
