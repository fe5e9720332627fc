import type { ContractRouter, Principal } from './contract-types';
import { created, noContent, ok } from './reply';
import type { FabricatedPaths } from './testing/fabricated-contract';

type Router = ContractRouter<FabricatedPaths, Principal>;

/**
 * Held by the compiler, not by a run: a line below its mark compiles only if it is wrong, and every mark without an
 * error is an error itself.
 */
export function whatCompiles(api: Router): void {
  api.get('/things', ({ query }) => ok(query.name));
  api.post('/things', async ({ body, prepared, tx }) => created([body.name, prepared, tx]));
  api.post('/things', { prepare: ({ body }) => Promise.resolve(body.name.length) }, async ({ prepared }) =>
    created(prepared.toFixed()),
  );
  api.delete('/things/{thing_id}', async ({ params }) => (params.thing_id ? noContent() : noContent()));
}

export function whatDoesNot(api: Router): void {
  // @ts-expect-error the contract has no such path
  api.get('/nothing', () => ok({}));
  // @ts-expect-error the path has no such verb
  api.patch('/things', async () => ok({}));
  // @ts-expect-error 200 is not documented for it, 201 is
  api.post('/things', async () => ok({}));
  // @ts-expect-error 422 is documented, but a handler throws its refusals
  api.post('/things', async () => ({ status: 422 as const }));
  // @ts-expect-error a handler answers at once or later, but it answers
  api.get('/things', () => undefined);
  // @ts-expect-error the parameter has another name
  api.delete('/things/{thing_id}', async ({ params }) => (params.id ? noContent() : noContent()));
  // @ts-expect-error the body has no such member
  api.post('/things', async ({ body }) => created(body.title));
  // @ts-expect-error a read has no transaction
  api.get('/things', ({ tx }) => ok(tx));
  // @ts-expect-error a write reads through its transaction
  api.post('/things', async ({ db }) => created(db));
  // @ts-expect-error what was prepared is a number
  api.post('/things', { prepare: () => Promise.resolve(1) }, async ({ prepared }) => created(prepared.length));
  // @ts-expect-error a read prepares nothing
  api.get('/things', { prepare: () => Promise.resolve(1) }, () => ok({}));
}

describe('the routes of a contract', () => {
  it('are held by the compiler', () => {
    const taken: string[] = [];
    const api = Object.fromEntries(
      ['get', 'post', 'delete'].map((verb) => [verb, (path: string) => taken.push(`${verb} ${path}`)]),
    ) as unknown as Router;
    whatCompiles(api);
    expect(taken).toEqual(['get /things', 'post /things', 'post /things', 'delete /things/{thing_id}']);
  });
});
