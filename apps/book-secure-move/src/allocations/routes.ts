import type { ReadRequest, Reply } from '@switchyard/http';
import { created, noContent, ok, okText, writeDocument } from '@switchyard/http';
import type { Caller } from '../caller';
import { orderTransfers } from '../events/prison-transfers';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { filtersIn, textsOf } from '../shared/filters';
import { checkIncludes } from '../shared/include';
import { describePage, pageOf } from '../shared/paging';
import { cancelAllocation } from './cancel-allocation';
import { createAllocation } from './create-allocation';
import { allocationDocument } from './document';
import { allocationIncludes, allocationsIncludes } from './includes';
import { listAllocations } from './list-allocations';
import type { AllocationFilters } from './list-query';
import { getAllocationWithMoves } from './repository';
import { presentListedAllocation } from './serializer';
import { updateAllocation } from './update-allocation';

export function allocationRoutes(api: Api, deps: Deps): void {
  const { reference } = deps;

  api.get('/allocations', { before: checkIncludes(allocationsIncludes) }, (request) =>
    answerList(request, filtersIn(request.query)),
  );

  api.ask('/allocations/filtered', { before: checkIncludes(allocationsIncludes) }, (request) =>
    answerList(request, textsOf(request.body.data.attributes.filter)),
  );

  api.get('/allocations/{allocation_id}', { before: checkIncludes(allocationIncludes) }, async (request) => {
    const found = await getAllocationWithMoves(request.db, request.params.allocation_id);
    const include = allocationIncludes.read(request.query.include);
    return ok(await allocationDocument(request.db, found, include, reference.current));
  });

  api.post('/allocations', { before: checkIncludes(allocationIncludes) }, async (request) => {
    const act = actOf(request, deps);
    const made = await createAllocation(act, request.body.data);
    const include = allocationIncludes.read(control(request, 'include'));
    return created(await allocationDocument(act.tx, made, include, act.reference));
  });

  api.patch('/allocations/{allocation_id}', { before: checkIncludes(allocationIncludes) }, async (request) => {
    const act = actOf(request, deps);
    await updateAllocation(act, request.params.allocation_id, request.body.data);
    const changed = await getAllocationWithMoves(act.tx, request.params.allocation_id);
    const include = allocationIncludes.read(control(request, 'include'));
    return ok(await allocationDocument(act.tx, changed, include, act.reference));
  });

  api.post('/allocations/{allocation_id}/cancel', async (request) => {
    const act = actOf(request, deps);
    orderTransfers(deps, act.tx, await cancelAllocation(act, request.params.allocation_id, request.body.data));
    return noContent();
  });

  async function answerList(request: ListRequest, filters: AllocationFilters): Promise<Reply<200>> {
    const { query } = request;
    const include = allocationsIncludes.read(control(request, 'include'));
    const page = pageOf(request);
    const { allocations, total } = await listAllocations(request.db, reference.current, {
      filters,
      search: { location: query['search[location]'], person: query['search[person]'] },
      sort: { by: query['sort[by]'], direction: query['sort[direction]'] },
      page,
    });
    const resources = allocations.map(({ allocation, tally }) =>
      presentListedAllocation(allocation, tally, reference.current, include.tree),
    );
    return okText(writeDocument(resources, { withIncluded: include.asked, ...describePage(request, page, total) }));
  }
}

type ListRequest = Pick<ReadRequest<unknown, Caller>, 'query' | 'origin' | 'path' | 'db'> & { body?: unknown };
