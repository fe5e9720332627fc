import type { AuditBatch, Database } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import type Router from '@koa/router';
import type { Logger } from 'pino';
import type { ApiContract } from './api-contract';
import type { ContractRouter, Principal } from './contract-types';
import type { IdempotencyPolicy } from './idempotency';
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

/** Everything that makes a service this service. The kit does the rest. */
export interface ServiceDefinition<Paths, Caller extends Principal> {
  name: string;
  contract: ApiContract;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  log: Logger;
  /** Content type of every JSON answer below `base`. */
  mediaType: string;
  idempotency: IdempotencyPolicy;
  /** Who calls; throws a Refusal or an error that `renderError` knows. Not asked for open operations. */
  authenticate(facts: IncomingFacts): Promise<Caller>;
  /** Stands in for the caller of an open operation. */
  anonymous: Caller;
  /** Checks of media type and version, after authentication and before the body is read. */
  inspect?(facts: IncomingFacts): void;
  /** The error in this API's own shape; undefined for what it does not know, which is then our fault. */
  renderError(error: unknown): Reply | undefined;
  /** The answer to our own fault: it shows nothing but the request's id. */
  renderUnexpected(requestId: string): Reply;
  routes(router: ContractRouter<Paths, Caller>): void;
  /** Routes that speak another language than the API itself, such as the token endpoint; returns what they serve. */
  plainRoutes?(router: Router): readonly string[];
  /** Paths as clients may also write them, brought to the contract's form. */
  rewritePath?(path: string): string;
  /** Serve every PATCH as PUT too. */
  putIsPatch?: boolean;
  bodyLimits?: BodyLimits;
  /** Absent: nobody is limited. */
  rateLimits?: RateLimits;
  /** Hold every answer against the contract: for tests and development. */
  checkResponses: boolean;
  /** Present in the sandbox profile only. */
  sandbox?: SandboxControls;
  /** Further reasons why the service is not ready. */
  readiness?(): string[];
  audit?: AuditBatch;
}
