import { ok } from '@switchyard/http';
import type { Deps, ReportingApi } from '../shared/deps';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, reference, resource } from '../shared/json-api';
import type { ResourceTypeName } from '../shared/json-api';
import { alterationReport } from './alterations';
import { commentReport } from './comments';
import { csvExports } from './csv-exports';
import { reportDocument } from './document';
import { fpnReport } from './fixed-penalty-notices';
import { forwardPlanReport } from './forward-plans';
import { geographicalAreas } from './geographical-areas';
import { inspectionReport } from './inspections';
import { permitReport } from './permits';
import { reinstatementReport } from './reinstatements';
import { readReport } from './report';
import { sampleInspectionReport } from './sample-inspections';
import { sampleTargets } from './sample-targets';
import { searchPermits } from './search-permits';
import { section81Report } from './section-81s';
import type { WorkUpdate } from './work-updates';
import { workUpdates } from './work-updates';
import { workstreams } from './workstreams';

/** The lists that are read in one way, by their paths. */
export const reports = {
  '/alterations': alterationReport,
  '/comments': commentReport,
  '/fixed-penalty-notices': fpnReport,
  '/forward-plans': forwardPlanReport,
  '/inspections': inspectionReport,
  '/permits': permitReport,
  '/reinstatements': reinstatementReport,
  '/sample-inspections': sampleInspectionReport,
  '/section-81s': section81Report,
} as const;

/** The lists, each with its page as a JSON:API document. */
export function reportRoutes(api: ReportingApi, deps: Deps): void {
  for (const [path, report] of Object.entries(reports) as [keyof typeof reports, (typeof reports)['/permits']][]) {
    api.get(path, { document: reportDocument(report) }, (request) =>
      readReport(request.db, report, request.caller, request, deps),
    );
  }

  api.ask('/permits/search', ({ db, caller, body }) => searchPermits(db, caller, body.work_reference_numbers ?? []));

  api.get('/works/updates', { document: updatesDocument }, async (request) =>
    // A replica could lag behind, and its reader would miss what it has not seen yet.
    ok(await workUpdates(deps.db.reader(), request.caller, request, request.now, deps)),
  );

  api.get('/csv-exports', { document: rowsDocument('csv-exports', 'csv_export_id') }, async (request) =>
    ok(await csvExports(request.db, request.caller, request, deps)),
  );

  api.get(
    '/geographical-areas',
    {
      document: (rows: Row[], request) =>
        documentOf(
          rows.map((row) => resource('geographical-areas', String(row.geographical_area_reference_number), row)),
          request,
          'geographical-areas',
        ),
    },
    async ({ db, caller }) => ok(await geographicalAreas(db, caller)),
  );

  api.get(
    '/sample-inspection-targets',
    { document: rowsDocument('sample-inspection-targets', 'sample_inspection_target_reference_number') },
    async (request) => ok(await sampleTargets(request.db, request.caller, request)),
  );

  api.get('/workstreams', { document: rowsDocument('workstreams', 'prefix') }, (request) =>
    ok(workstreams(request.caller, request, deps)),
  );
}

type Row = Record<string, unknown>;

const rowsDocument =
  (type: ResourceTypeName, id: string) =>
  ({ pagination, rows }: { pagination: Row; rows: Row[] }, request: DocumentRequest) =>
    documentOf(
      rows.map((row) => resource(type, String(row[id]), row)),
      request,
      type,
      pagination,
    );

const updatesDocument = (updates: WorkUpdate[], request: DocumentRequest) =>
  documentOf(
    updates.map((update) =>
      resource('work-updates', update.update_id, update, { work: reference('works', update.work_reference_number) }),
    ),
    request,
    'work-updates',
  );
