import { checkActivity, checkActivityUpdate } from '@switchyard/domain/street-manager';
import { created, noContent, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf, resource } from '../shared/json-api';
import { cancelActivity, createActivity, updateActivity } from './change-activity';
import { findActivity } from './repository';
import { activityResponse } from './response';

/** What takes up a street without being works: skips, events, cranes. */
export function activityRoutes(api: WorkApi, deps: Deps): void {
  api.post('/activity', { rules: ({ body, now }) => checkActivity(body, { now }) }, async (request) =>
    created(await createActivity(actOf(request, deps), request.body)),
  );

  api.get(
    '/activity/{activityReferenceNumber}',
    {
      document: (activity: { activity_reference_number: string }, request) =>
        documentOf(resource('activities', activity.activity_reference_number, activity), request, 'activities'),
    },
    async ({ db, params }) => ok(activityResponse(await findActivity(db, params.activityReferenceNumber))),
  );

  api.put(
    '/activity/{activityReferenceNumber}',
    { rules: ({ body, now }) => checkActivityUpdate(body, { now }) },
    async (request) => {
      await updateActivity(actOf(request, deps), request.params.activityReferenceNumber, request.body);
      return noContent();
    },
  );

  api.put('/activity/{activityReferenceNumber}/cancel', async (request) => {
    const { params, body } = request;
    await cancelActivity(actOf(request, deps), params.activityReferenceNumber, body.cancellation_reason);
    return noContent();
  });
}
