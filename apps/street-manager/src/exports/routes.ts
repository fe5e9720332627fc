import { checkFeePeriod } from '@switchyard/domain/street-manager';
import { ok } from '@switchyard/http';
import type { Deps, ExportApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { numberInPath } from '../shared/path-number';
import { activityData } from './activity-data';
import { downloadExport } from './download-export';
import type { ExportPath } from './kinds';
import { exportKinds } from './kinds';
import { requestExport } from './request-export';

/** Lists as files: asked for, written in the background, fetched; and the hourly file of activities. */
export function exportRoutes(api: ExportApi, deps: Deps): void {
  for (const path of Object.keys(exportKinds) as ExportPath[]) {
    if (path === '/fees/csv') continue;
    api.post(path, { bodyIsOptional: true }, async (request) =>
      ok(await requestExport(actOf(request, deps), path, request.body ?? {})),
    );
  }

  api.post('/fees/csv', { rules: ({ body }) => checkFeePeriod(body) }, async (request) =>
    ok(await requestExport(actOf(request, deps), '/fees/csv', request.body)),
  );

  api.get('/csv/{csvId}', { document: null }, ({ db, caller, params }) =>
    downloadExport(db, caller, numberInPath('csvId', params.csvId)),
  );

  api.get('/activity-data', { document: null }, (request) =>
    activityData(request.db, request, request.now, { guardsFormulas: deps.config.csvFormulaGuard }),
  );
}
