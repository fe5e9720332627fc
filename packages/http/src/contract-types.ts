import type { Connection, Transaction } from '@switchyard/db';
import type { Violation } from '@switchyard/domain';
import type { BodyLimits } from './read-body';
import type { Reply } from './reply';

/** Who is calling: the scope of its idempotency keys, and its name in the audit log. */
export interface Principal {
  id: string;
  /** The person whom the client speaks for, when it says so. */
  onBehalfOf?: string | null;
}

export type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** The paths of a contract that have this verb. */
export type PathsWith<Paths, V extends Verb> = {
  [P in keyof Paths]: Paths[P] extends Record<V, { responses: unknown }> ? P : never;
}[keyof Paths] &
  string;

export type OperationAt<Paths, P extends keyof Paths, V extends Verb> =
  Paths[P] extends Record<V, infer Operation> ? Operation : never;

/** Whatever type the contract gives a parameter, a path is text. */
type PathParams<Operation> = Operation extends { parameters: { path: infer Params extends object } }
  ? { [Name in keyof Params]: string }
  : Record<string, never>;

type JsonBody<Operation> = Operation extends { requestBody?: { content: infer Content } }
  ? Content[keyof Content]
  : undefined;

/** The success statuses that the contract documents: any other does not compile. */
export type SuccessStatus<Operation> = Operation extends { responses: infer Responses }
  ? Extract<keyof Responses, 200 | 201 | 202 | 204 | 302 | 304 | 307>
  : never;

export interface BaseRequest<Operation, Caller> {
  params: PathParams<Operation>;
  /** Query parameters by their full name, `filter[status]`; of a repeated one the last counts. */
  query: Readonly<Record<string, string | undefined>>;
  /** Every value of a query parameter that may be repeated, `status=a&status=b`, also when written `status[]=a`. */
  queryValues(name: string): readonly string[];
  body: JsonBody<Operation>;
  /** The body's exact bytes: all that there is of one that is not JSON. */
  rawBody: Buffer;
  caller: Caller;
  /** The instant of this request, by the service's clock. */
  now: Date;
  requestId: string;
  header(name: string): string | undefined;
  /** Scheme, host and port as the client sees them. */
  origin: string;
  /** The path as the client sent it, without the query. */
  path: string;
}

export interface ReadRequest<Operation, Caller> extends BaseRequest<Operation, Caller> {
  db: Connection;
}

export interface WriteRequest<Operation, Caller, Prepared> extends BaseRequest<Operation, Caller> {
  tx: Transaction;
  /** What `prepare` brought. */
  prepared: Prepared;
}

export type ReadHandler<Operation, Caller> = (
  request: ReadRequest<Operation, Caller>,
) => Promise<Reply<SuccessStatus<Operation>>> | Reply<SuccessStatus<Operation>>;

export type WriteHandler<Operation, Caller, Prepared> = (
  request: WriteRequest<Operation, Caller, Prepared>,
) => Promise<Reply<SuccessStatus<Operation>>>;

export interface Options<Operation, Caller> {
  /** Checks that come before everything else, such as an `include` that does not exist. */
  before?: (request: BaseRequest<Operation, Caller>) => void;
  /**
   * Rules about the body that the contract cannot say, answered together with the contract's. They see the body without
   * the members that the contract has already refused.
   */
  rules?: (request: BaseRequest<Operation, Caller>) => readonly Violation[];
  /** In place of the API's own limits, for the one body that may be large. */
  bodyLimits?: BodyLimits;
}

export interface ReadOptions<Operation, Caller, Body = unknown> extends Options<Operation, Caller> {
  /** The same answer as a JSON:API document; null for an answer that is not JSON. */
  document?: null | ((body: Body, request: ReadRequest<Operation, Caller>) => object | Promise<object>);
}

export interface WriteOptions<Operation, Caller, Prepared> extends Options<Operation, Caller> {
  /**
   * What must happen outside the transaction, such as asking another system. Runs before it; its failure counts only
   * when the request is not a replay.
   */
  prepare?: (request: ReadRequest<Operation, Caller>) => Promise<Prepared>;
  /**
   * Says that `prepare` asks nobody but the database: it then runs in the transaction, in the packet that takes the key,
   * and costs no round trip of its own. It must not lock anything, for a duplicate may be running.
   */
  preparesInside?: boolean;
  /** Says that a request may come without a body, which is then an empty object. */
  bodyIsOptional?: boolean;
  /**
   * What must happen once the change is durable and before the client is answered, such as telling another system. Runs
   * outside any transaction and never for a replay. Its reply is sent in place of the handler's, which is what a replay
   * of the request gets; its failure is answered, and leaves the change as it is.
   */
  afterwards?: (
    request: ReadRequest<Operation, Caller>,
    reply: Reply<SuccessStatus<Operation>>,
  ) => Promise<Reply<SuccessStatus<Operation>>>;
}

/** A write: one transaction, safe to retry with an Idempotency-Key. */
export interface WriteRoute<Paths, V extends Verb, Caller> {
  <P extends PathsWith<Paths, V>>(path: P, handler: WriteHandler<OperationAt<Paths, P, V>, Caller, undefined>): void;

  <P extends PathsWith<Paths, V>, Prepared = undefined>(
    path: P,
    options: WriteOptions<OperationAt<Paths, P, V>, Caller, Prepared>,
    handler: WriteHandler<OperationAt<Paths, P, V>, Caller, Prepared>,
  ): void;
}

/** A question: it changes nothing. */
export interface ReadRoute<Paths, V extends Verb, Caller> {
  <P extends PathsWith<Paths, V>>(path: P, handler: ReadHandler<OperationAt<Paths, P, V>, Caller>): void;

  <P extends PathsWith<Paths, V>, Body = unknown>(
    path: P,
    options: ReadOptions<OperationAt<Paths, P, V>, Caller, Body>,
    handler: ReadHandler<OperationAt<Paths, P, V>, Caller>,
  ): void;
}

/** The table of what can be asked. An unknown path, a wrong verb or an undocumented status does not compile. */
export interface ContractRouter<Paths, Caller> {
  get: ReadRoute<Paths, 'get', Caller>;
  /** A question that is too long for a query string, and so comes as a POST. */
  ask: ReadRoute<Paths, 'post', Caller>;
  post: WriteRoute<Paths, 'post', Caller>;
  patch: WriteRoute<Paths, 'patch', Caller>;
  put: WriteRoute<Paths, 'put', Caller>;
  delete: WriteRoute<Paths, 'delete', Caller>;
}
