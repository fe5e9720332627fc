import type { ApiContract, OperationFacts } from '../api-contract';

/** A body of the made-up API: what to store, and what should go wrong on the way. */
export interface ThingBody {
  name: string;
  mishap?: 'refused' | 'unexpected' | 'not prepared' | 'out of contract';
}

interface Json<T> {
  content: { 'application/json': T };
}

/** The types of a contract as the generator writes them, for an API of one resource. */
export interface FabricatedPaths {
  '/things': {
    get: { parameters: { query?: { name?: string } }; responses: { 200: Json<unknown> } };
    post: { requestBody: Json<ThingBody>; responses: { 201: Json<unknown>; 422: Json<unknown> } };
  };
  '/things/optional': {
    post: { requestBody: Json<ThingBody>; responses: { 201: Json<unknown> } };
  };
  '/things/keyless': {
    post: { requestBody: Json<ThingBody>; responses: { 201: Json<unknown> } };
  };
  '/things/{thing_id}': {
    get: { parameters: { path: { thing_id: string } }; responses: { 200: Json<unknown>; 404: Json<unknown> } };
    delete: { parameters: { path: { thing_id: string } }; responses: { 204: never; 404: Json<unknown> } };
  };
}

const operation = (facts: Partial<OperationFacts>): OperationFacts => ({
  operationId: 'fabricated',
  base: '/api',
  idempotencyKey: 'none',
  open: false,
  successStatuses: [200],
  statuses: [200],
  hasBody: false,
  ...facts,
});

const isThing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { name?: unknown }).name === 'string';

const isAnswer = (value: unknown): boolean => typeof (value as { id?: unknown }).id === 'number';

export const fabricatedContract: ApiContract = {
  document: { openapi: '3.1.0', info: { title: 'Things', version: '1' } },
  operations: {
    'GET /things': operation({}),
    'POST /things': operation({ hasBody: true, idempotencyKey: 'required', successStatuses: [201] }),
    'POST /things/optional': operation({ hasBody: true, idempotencyKey: 'optional', successStatuses: [201] }),
    'POST /things/keyless': operation({ hasBody: true, successStatuses: [201] }),
    'GET /things/{thing_id}': operation({}),
    'DELETE /things/{thing_id}': operation({ idempotencyKey: 'optional', successStatuses: [204] }),
  },
  validators: {
    requests: { 'POST /things': isThing, 'POST /things/optional': isThing, 'POST /things/keyless': isThing },
    responses: { 'POST /things 201': isAnswer },
  },
};
