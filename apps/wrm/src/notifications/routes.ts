import { notificationFilters, postingOptions } from '@switchyard/domain/wrm';
import { ok } from '@switchyard/http';
import type { PartyCaller } from '../caller';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageOf } from '../shared/paging';
import { readListQuery, readQuery } from '../shared/read-query';
import { getNotification } from './get-notification';
import { listNotifications } from './list-notifications';
import { postNotification } from './post-notification';
import type { DetailBody, SummaryBody } from './serializer';
import { detailResource, presentDetail, presentSummary, summaryResource } from './serializer';

/** Events in, notifications out, and what has come and gone. */
export function notificationRoutes(api: Api, deps: Deps): void {
  api.post('/notifications', async (request) => {
    const { dryRun } = readQuery(postingOptions, request.query, deps.config);
    // The operator has no access to this operation.
    const act = { ...actOf(request, deps), caller: request.caller as PartyCaller };
    const { accepted, isReplay } = await postNotification(act, request.body, dryRun === 'true');
    return { ...ok(accepted), ...(isReplay && { headers: { 'Idempotency-Replayed': 'true' } }) };
  });

  api.get(
    '/notifications',
    {
      document: ({ items, nextCursor }: Page<SummaryBody>, request) =>
        documentOf(items.map(summaryResource), request, 'notifications', nextCursor),
    },
    async ({ db, caller, query }) => {
      const { filters, page } = readListQuery(notificationFilters, query, deps.config);
      const rows = await listNotifications(db, caller, filters, page);
      const cursorOf = ({ sequence, id }: { sequence: number; id: string }) => ({ key: String(sequence), id });
      return ok(pageOf(rows, page.limit, cursorOf, presentSummary));
    },
  );

  api.get(
    '/notifications/{notificationId}',
    { document: (body: DetailBody, request) => documentOf(detailResource(body), request, 'notifications') },
    async ({ db, caller, params }) => ok(presentDetail(await getNotification(db, caller, params.notificationId))),
  );
}
