import { withStrings, workstreamStatuses } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import { MOST_COUNTED, PAGE_SIZE, page } from '../shared/paging';
import type { QueryRequest } from '../shared/query-reader';
import { QueryReader } from '../shared/query-reader';

/** All workstreams of the caller's organisation, by prefix. */
export function workstreams(caller: Caller, query: QueryRequest, { directory }: Pick<Deps, 'directory'>): object {
  const reader = new QueryReader(query);
  const statuses = reader.among('status', workstreamStatuses);
  const offset = reader.offset();
  reader.check();
  const rows = directory
    .workstreamsOf(caller.organisation)
    .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
    .map(({ prefix, name, description, status }) =>
      withStrings({ prefix, name, description, status, swa_code: caller.organisation }, ['status']),
    );
  return page(rows.slice(offset, offset + PAGE_SIZE + 1), Math.min(rows.length, MOST_COUNTED));
}
