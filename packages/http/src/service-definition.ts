import type { AuditBatch, Database } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import type Router from '@koa/router';
import type { Logger } from 'pino';
import type { ApiContract, OperationFacts } from './api-contract';
import type { ContractRouter, Principal } from './contract-types';
import type { IdempotencyPolicy } from './idempotency';
import type { Figure } from './metrics';
import type { RateLimits } from './rate-limit';
import type { BodyLimits } from './read-body';
import type { Reply } from './reply';
import type { SandboxControls } from './sandbox-routes';

/** The parts of a request that authentication and media checks look at. */
export interface IncomingFacts {
  method: string;
  path: string;
  header(name: string): string | undefined;
  query: Readonly<Record<string, string | undefined>>;
  ip: string;
  now: Date;
}

/** How an API that speaks plain JSON answers in JSON:API. */
export interface JsonApiOffer {
  /** A refusal, as rendered, as the document of errors. */
  errors(refusal: Reply): object;
}

/** One API: its contract, how its callers are known, and how it speaks. */
export interface ApiDefinition<Paths, Caller extends Principal> {
  contract: ApiContract;
  /** Content type of every JSON answer below `base`. */
  mediaType: string;
  idempotency: IdempotencyPolicy;
  /** Who calls; throws a Refusal or an error that `renderError` knows. Not asked for open operations. */
  authenticate(facts: IncomingFacts): Promise<Caller>;
  /** Stands in for the caller of an open operation. */
  anonymous: Caller;
  /** Checks of media type and version, after authentication and before the body is read. */
  inspect?(facts: IncomingFacts, operation: OperationFacts): void;
  /** Whether this caller may ask for this operation, named `METHOD /path`, at all; before the body is looked at. */
  authorise?(caller: Caller, operation: string): void;
  /** In bodies a member that is null counts as one that was not sent. */
  nullIsAbsent?: boolean;
  /** Present: each GET also answers as JSON:API to whoever accepts that, and every route of a GET says how. */
  jsonApi?: JsonApiOffer;
  /** The error in this API's own shape; undefined for what it does not know, which is then our fault. */
  renderError(error: unknown, correlationId: string): Reply | undefined;
  routes(router: ContractRouter<Paths, Caller>): void;
  /** Serve every PATCH as PUT too. */
  putIsPatch?: boolean;
  bodyLimits?: BodyLimits;
}

/** Everything that makes a service this service, its first API included. The kit does the rest. */
export interface ServiceDefinition<Paths, Caller extends Principal> extends ApiDefinition<Paths, Caller> {
  name: string;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  log: Logger;
  /** Further APIs of the same service, each made with `mounted`. */
  furtherApis?: readonly MountedApi[];
  /** The answer to our own fault: it shows nothing but the request's ids. */
  renderUnexpected(requestId: string, correlationId: string): Reply;
  /** The header by which clients follow a request: told again as sent, or with the request's id when absent or unfit. */
  correlationHeader?: string;
  /** Whether a path that is known for other methods is refused with them in `Allow`. */
  tellsMethods?: boolean;
  /** Routes that speak another language than the API itself, such as the token endpoint; returns what they serve. */
  plainRoutes?(router: Router): readonly string[];
  /** Paths as clients may also write them, brought to the contract's form. */
  rewritePath?(path: string): string;
  /** Absent: nobody is limited. */
  rateLimits?: RateLimits;
  /** Hold every answer against the contract: for tests and development. */
  checkResponses: boolean;
  /** Present in the sandbox profile only. */
  sandbox?: SandboxControls;
  /** The service's own figures, beside those of requests and process. */
  figures?(): Promise<readonly Figure[]>;
  /** Further reasons why the service is not ready. */
  readiness?(): string[];
  audit?: AuditBatch;
}

/** A further API beside a service's first, with the types of its own contract put away. */
export type MountedApi = ApiDefinition<unknown, Principal>;

/**
 * Makes a further API of a service out of a contract of its own. Its paths stand below the contract's own base, which
 * no other API of the service may use, and its document is `<base>/openapi.json`.
 */
export const mounted = <Paths, Caller extends Principal>(api: ApiDefinition<Paths, Caller>): MountedApi =>
  api as unknown as MountedApi;
