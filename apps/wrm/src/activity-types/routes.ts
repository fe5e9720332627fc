import type { ActivityType } from '@switchyard/domain/wrm';
import { activityTypeChange } from '@switchyard/domain/wrm';
import { ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { documentOf, resource } from '../shared/json-api';
import { readBody } from '../shared/read-body';
import { listActivityTypes, saveActivityType } from './repository';

/** Types of activity, for the operator. Activities that exist keep what they were made with. */
export function activityTypeRoutes(api: Api, { config }: Deps): void {
  api.get(
    '/admin/activity-types',
    {
      document: ({ activityTypes }: { activityTypes: ActivityType[] }, request) =>
        documentOf(
          activityTypes.map((type) => resource('activity-types', type.name, type)),
          request,
          'activity-types',
        ),
    },
    async ({ db }) => ok({ activityTypes: await listActivityTypes(db) }),
  );

  api.put('/admin/activity-types/{activityTypeName}', async ({ tx, params, body }) => {
    const type = { name: params.activityTypeName, ...readBody(activityTypeChange, body, 'activityType', config) };
    saveActivityType(tx, type);
    return ok(type);
  });
}
