import { created } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { readComment } from './read-comment';
import { writeComment } from './write-comment';

export function commentRoutes(api: WorkApi, deps: Deps): void {
  api.post('/works/{workReferenceNumber}/comments', async (request) =>
    created(await writeComment(actOf(request, deps), request.params.workReferenceNumber, request.body)),
  );

  api.put('/works/{workReferenceNumber}/comments/{commentReferenceNumber}/read', async (request) => {
    const { workReferenceNumber, commentReferenceNumber } = request.params;
    await readComment(actOf(request, deps), workReferenceNumber, commentReferenceNumber);
    return created(undefined);
  });
}
