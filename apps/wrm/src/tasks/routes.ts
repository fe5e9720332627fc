import type { Task } from '@switchyard/domain/wrm';
import { allowedEvents, taskFilters } from '@switchyard/domain/wrm';
import { notModified, ok } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Api, Deps } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import type { Page } from '../shared/paging';
import { pageOf, queryFault, readPage, refuseCursor, refuseQuery } from '../shared/paging';
import { readListQuery } from '../shared/read-query';
import { isCurrent, tagOf } from './entity-tag';
import { listHistory } from './history';
import type { ListedTaskRow } from './list-tasks';
import { listTasks, sortKeyOf } from './list-tasks';
import { getTask } from './repository';
import type { HistoryBody, TaskBody, TaskSummaryBody } from './serializer';
import {
  historyResource,
  listedTaskResource,
  presentHistory,
  presentListedTask,
  presentTask,
  taskFields,
  taskResource,
} from './serializer';

/** Tasks as they stand, and how they came to. */
export function taskRoutes(api: Api, { config }: Deps): void {
  api.get(
    '/tasks',
    {
      document: ({ items, nextCursor }: Page<TaskSummaryBody>, request) =>
        documentOf(items.map(listedTaskResource), request, 'tasks', nextCursor),
    },
    async ({ db, caller, query }) => {
      const { filters, page } = readListQuery(taskFilters, query, config, 'instant');
      const rows = await listTasks(db, caller, filters, page);
      const cursorOf = (row: ListedTaskRow) => ({ key: sortKeyOf(filters, row).toISOString(), id: row.id });
      return ok(pageOf(rows, page.limit, cursorOf, presentListedTask));
    },
  );

  api.get(
    '/tasks/{taskId}',
    { document: (task: TaskBody, request) => documentOf(taskResource(task), request, 'tasks') },
    async ({ db, caller, params, query, header }) => {
      const wanted = readFields(query.fields);
      const task = await getTask(db, caller, params.taskId);
      const headers = { ETag: tagOf(task), ...allowedTo(caller, task) };
      if (isCurrent(header('if-none-match'), headers.ETag)) return notModified(headers);
      return { ...ok(presentTask(task, wanted)), headers };
    },
  );

  api.get(
    '/tasks/{taskId}/history',
    {
      document: ({ items, nextCursor }: Page<HistoryBody>, request) =>
        documentOf(
          items.map((entry) => historyResource(request.params.taskId, entry)),
          request,
          'history-entries',
          nextCursor,
        ),
    },
    async ({ db, caller, params, query }) => {
      const { limit, after } = readPage(query);
      if (after && !/^\d{1,9}$/.test(after.key)) refuseCursor();
      const sinceHandover = caller.role === 'supplier';
      const range = { after: Number(after?.key ?? 0), limit: limit + 1, sinceHandover };
      const [rows] = await Promise.all([listHistory(db, params.taskId, range), getTask(db, caller, params.taskId)]);
      const cursorOf = ({ sequence }: { sequence: number }) => ({ key: String(sequence), id: params.taskId });
      return ok(pageOf(rows, limit, cursorOf, (row) => presentHistory(row, sinceHandover)));
    },
  );
}

/** The members that are wanted; undefined for all. Throws RequestRefused, 400, for one that a task does not have. */
function readFields(fields: string | undefined): string[] | undefined {
  const wanted = fields?.split(',').map((name) => name.trim());
  const unknown = wanted?.filter((name) => !taskFields.some((known) => known === name)) ?? [];
  refuseQuery(
    unknown.length === 0
      ? []
      : [queryFault('fields', `fields may name ${taskFields.join(', ')}, not ${unknown.join(', ')}.`)],
  );
  return wanted;
}

/** What the caller can post next; the operator posts nothing. */
const allowedTo = ({ role }: Caller, task: Task): { 'X-WRM-Allowed-Events'?: string } =>
  role === 'admin' ? {} : { 'X-WRM-Allowed-Events': allowedEvents(task, role).join(',') };
