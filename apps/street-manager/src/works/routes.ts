import { created, ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf, reference, resource } from '../shared/json-api';
import { QueryReader } from '../shared/query-reader';
import { createWork, groundForWork, rulesForWork } from './create-work';
import { workDocument } from './document';
import { workHistory } from './history';
import { showWork } from './show-work';

interface HistoryPage {
  pagination: Record<string, unknown>;
  rows: { update_id: number }[];
}

export function workRoutes(api: WorkApi, deps: Deps): void {
  api.post(
    '/works',
    {
      rules: ({ body, now }) => rulesForWork(body, now, deps),
      prepare: (request) => groundForWork(request, deps),
      preparesInside: true,
    },
    async (request) => created(await createWork(actOf(request, deps), request.body, request.prepared)),
  );

  api.get('/works/{workReferenceNumber}', { document: workDocument }, async ({ db, caller, params }) =>
    ok(await showWork(db, caller, params.workReferenceNumber, deps)),
  );

  api.get(
    '/works/{workReferenceNumber}/history',
    {
      document: ({ pagination, rows }: HistoryPage, request) => {
        const work = reference('works', request.params.workReferenceNumber.toUpperCase());
        const entries = rows.map((row) => resource('history-entries', row.update_id, row, { work }));
        return documentOf(entries, request, 'history-entries', pagination);
      },
    },
    async (request) => {
      const reader = new QueryReader(request);
      const offset = reader.offset();
      reader.check();
      return ok(await workHistory(request.db, request.caller, request.params.workReferenceNumber, offset));
    },
  );
}
