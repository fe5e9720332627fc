import Router from '@koa/router';
import type { Context, Middleware, Next } from 'koa';
import type { AuditBatch, Connection, Transaction } from '@switchyard/db';
import { UniqueViolation, auditWrite } from '@switchyard/db';
import type { OperationFacts, Validator } from './api-contract';
import { soundPart, withoutNulls } from './body-shape';
import type { BaseRequest, ContractRouter, Principal, ReadOptions, WriteOptions } from './contract-types';
import type { Conversation } from './conversation';
import type { WireReply } from './idempotency';
import { readKey, runKeyed } from './idempotency';
import { parseJson } from './json-guard';
import { RateLimiter } from './rate-limit';
import type { BodyLimits } from './read-body';
import { readBody } from './read-body';
import { JSON_API, acceptsJsonApi } from './media';
import { withoutBoundary } from './multipart';
import type { BodyFault } from './refusals';
import { InvalidBody, Refusal } from './refusals';
import type { Reply } from './reply';
import { send, toWire } from './send';
import type { ServiceDefinition } from './service-definition';

const BODY_LIMITS = { maxBytes: 1_048_576, timeoutMs: 15_000 };
const MAX_TRIES = 4;

type Options = ReadOptions<never, never, never> & WriteOptions<never, never, unknown>;

type Handler = (request: never) => Promise<Reply> | Reply;

interface Endpoint<Caller> {
  /** `METHOD /path`, as the contract has it. */
  name: string;
  method: string;
  path: string;
  facts: OperationFacts;
  writes: boolean;
  handler: Handler;
  options: Options;
  /** Undefined when the operation takes no JSON body. */
  validate: Validator | undefined;
  caller?: Caller;
}

type ParsedRequest<Caller> = BaseRequest<unknown, Caller>;

/** What a write came to; `fresh` is what its handler answered, undefined for a replay. */
interface Performed {
  wire: WireReply;
  fresh: Reply | undefined;
}

/** Turns the app's table of routes into Koa routes, each with the whole order of a request around it. */
export class ContractRoutes<Paths, Caller extends Principal> {
  /** One router for each noun: a request is held against the few paths of its own, not against all. */
  private readonly routers = new Map<string, Router>();
  private readonly middlewares = new Map<string, Middleware>();
  private readonly unserved: Set<string>;
  private readonly perCaller: RateLimiter | undefined;
  /** Which segment of a path is the noun: the first after the API's base. */
  private readonly nounAt: number;

  constructor(
    private readonly service: ServiceDefinition<Paths, Caller>,
    private readonly audit: AuditBatch,
  ) {
    const operations = Object.entries(service.contract.operations);
    this.unserved = new Set(operations.map(([name]) => name));
    this.nounAt = 1 + Math.max(...operations.map(([, { base }]) => segmentsIn(base)));
    this.perCaller = service.rateLimits && new RateLimiter(service.rateLimits.caller);
    const add =
      (method: string, writes: boolean) =>
      (path: string, ...[first, second]: [Handler] | [Options, Handler]): void =>
        second
          ? this.add(method, path, writes, second, first as Options)
          : this.add(method, path, writes, first as Handler, {});
    service.routes({
      get: add('GET', false),
      ask: add('POST', false),
      post: add('POST', true),
      patch: add('PATCH', true),
      put: add('PUT', true),
      delete: add('DELETE', true),
    } as unknown as ContractRouter<Paths, Caller>);
  }

  /** Operations of the contract that no route serves: a service refuses to start with any. */
  get missing(): string[] {
    return [...this.unserved];
  }

  /** Says that something else serves these operations. */
  served(...names: readonly string[]): void {
    for (const name of names) this.unserved.delete(name);
  }

  private add(method: string, path: string, writes: boolean, handler: Handler, options: Options): void {
    const name = `${method} ${path}`;
    const facts = this.service.contract.operations[name];
    if (!facts) throw new Error(`the contract has no ${name}`);
    this.unserved.delete(name);
    if (this.service.jsonApi && method === 'GET' && options.document === undefined) {
      throw new Error(`nothing makes a JSON:API document of ${name}`);
    }
    const validate = facts.hasBody ? this.service.contract.validators.requests[name] : undefined;
    const endpoint: Endpoint<Caller> = { name, method, path, facts, writes, handler, options, validate };
    const koaPath = `${facts.base === '/' ? '' : facts.base}${path.replace(/\{(\w+)\}/g, ':$1')}`;
    const verbs = method === 'PATCH' && this.service.putIsPatch ? ['PATCH', 'PUT'] : [method];
    this.routerOf(koaPath).register(koaPath, verbs, (ctx: Context) => this.serve(ctx, endpoint));
  }

  private routerOf(path: string): Router {
    const noun = nounOf(path, this.nounAt);
    let router = this.routers.get(noun);
    if (!router) {
      router = new Router();
      this.routers.set(noun, router);
      this.middlewares.set(noun, router.routes() as Middleware);
    }
    return router;
  }

  /** Serves what the contract lists; everything else goes on. */
  readonly middleware = (ctx: Context, next: Next): Promise<unknown> => {
    const serve = this.middlewares.get(nounOf(ctx.path, this.nounAt));
    return serve ? Promise.resolve(serve(ctx as never, next)) : next();
  };

  /** The methods that a path has; none for one that is unknown. */
  methodsAt(path: string): string[] {
    const matched = this.routers.get(nounOf(path, this.nounAt))?.match(path, 'GET').path ?? [];
    return [...new Set(matched.flatMap(({ methods }) => methods))];
  }

  private async serve(ctx: Context, endpoint: Endpoint<Caller>): Promise<void> {
    const talk = ctx.state.talk as Conversation;
    talk.route = endpoint.path;
    ctx.state.mediaType = this.service.mediaType;
    ctx.state.renderError = this.service.renderError;
    ctx.state.jsonApi = this.service.jsonApi;
    const request = await this.open(ctx, talk, endpoint);
    endpoint.options.before?.(request as never);
    if (endpoint.writes) {
      const reply = await this.write(talk, endpoint, request);
      send(ctx, reply);
    } else {
      const reply = await this.read(endpoint, request);
      const backlog = this.audit.add(talk.auditEntry(reply.status));
      if (backlog) await backlog;
      send(ctx, reply);
    }
  }

  /** Authenticates, checks media and reads the body: what comes before the key and the handler. */
  private async open(ctx: Context, talk: Conversation, endpoint: Endpoint<Caller>): Promise<ParsedRequest<Caller>> {
    const { service } = this;
    const caller = endpoint.facts.open ? service.anonymous : await service.authenticate(talk);
    talk.principal = caller;
    if (!endpoint.facts.open) {
      this.perCaller?.take(caller.id);
      service.authorise?.(caller, endpoint.name);
    }
    service.inspect?.(talk, endpoint.facts);
    if (ctx.querystring.includes('%00')) throw new Refusal('malformed_body', 'the query contains a NUL character');
    if (Object.values(ctx.params as Params).some(hasNul)) throw new Refusal('unknown_route', 'no such path');
    const rawBody = endpoint.facts.hasBody ? await readBody(ctx.req, this.limitsOf(endpoint)) : EMPTY;
    const none = endpoint.options.bodyIsOptional === true && rawBody.length === 0;
    const body = endpoint.validate ? (none ? {} : parseJson(rawBody)) : undefined;
    return {
      params: ctx.params as never,
      query: talk.query,
      queryValues: talk.queryValues,
      body: (service.nullIsAbsent ? withoutNulls(body) : body) as never,
      caller,
      now: talk.now,
      requestId: talk.requestId,
      header: talk.header,
      origin: `${ctx.protocol}://${ctx.host}`,
      path: talk.path,
      rawBody,
    };
  }

  private limitsOf({ options }: Endpoint<Caller>): BodyLimits {
    return options.bodyLimits ?? this.service.bodyLimits ?? BODY_LIMITS;
  }

  private async read(endpoint: Endpoint<Caller>, request: ParsedRequest<Caller>): Promise<Reply> {
    checkBody(endpoint, request);
    const question = Object.assign(request, { db: this.service.db.lister() }) as never;
    const reply = this.checked(endpoint, await endpoint.handler(question));
    const { document } = endpoint.options;
    if (!this.service.jsonApi || !document || !hasContent(reply) || !acceptsJsonApi(request.header('accept')))
      return reply;
    const body = reply.body ?? JSON.parse(String(reply.raw));
    return { ...reply, raw: JSON.stringify(await document(body as never, question)), type: JSON_API };
  }

  private async write(talk: Conversation, endpoint: Endpoint<Caller>, request: ParsedRequest<Caller>): Promise<Reply> {
    const { service } = this;
    const header = talk.header('idempotency-key') ?? talk.header('idempotency_key');
    talk.idempotencyKey = readKey(header, endpoint.facts.idempotencyKey, service.idempotency);
    const { wire, fresh } = await this.perform(talk, endpoint, request);
    const { afterwards } = endpoint.options;
    if (fresh && afterwards) {
      const reply = await afterwards(Object.assign(request, { db: service.db.reader() }) as never, fresh as never);
      const { status, body, headers } = toWire(this.checked(endpoint, reply), service.mediaType);
      return { status, raw: body, headers: { ...wire.headers, ...headers } };
    }
    return { status: wire.status, raw: wire.body, headers: wire.headers };
  }

  /**
   * Where a parallel write has just taken what this one wanted, the whole request runs again: its rules then see the
   * other's row and say so in the API's own words.
   */
  private async perform(
    talk: Conversation,
    endpoint: Endpoint<Caller>,
    request: ParsedRequest<Caller>,
  ): Promise<Performed> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.performOnce(talk, endpoint, request);
      } catch (error) {
        if (!(error instanceof UniqueViolation) || attempt === MAX_TRIES) throw error;
      }
    }
  }

  private async performOnce(
    talk: Conversation,
    endpoint: Endpoint<Caller>,
    request: ParsedRequest<Caller>,
  ): Promise<Performed> {
    const { service } = this;
    const { idempotencyKey: key } = talk;
    const inside = endpoint.options.preparesInside === true;
    const outside = inside ? undefined : this.prepare(endpoint, request, service.db.reader());
    // Nobody's slow answer may hold a transaction open. A replay does not care how the asking went.
    await (key ? outside?.catch(() => undefined) : outside);
    let fresh: Reply | undefined;
    const open = (tx: Transaction): Promise<unknown> => outside ?? this.prepare(endpoint, request, tx);
    const work = async (tx: Transaction, preparing: Promise<unknown>): Promise<WireReply> => {
      const prepared = await preparing;
      fresh = this.checked(endpoint, await endpoint.handler(Object.assign(request, { tx, prepared }) as never));
      auditWrite(tx, talk.auditEntry(fresh.status));
      return toWire(fresh, service.mediaType);
    };
    if (!key) return { wire: await service.db.transaction((tx) => work(tx, open(tx))), fresh };
    const keyed = {
      service: service.name,
      scope: request.caller.id,
      key,
      method: talk.method,
      path: talk.path,
      query: new URLSearchParams(request.query as Record<string, string>).toString(),
      body: withoutBoundary(request.rawBody, request.header('content-type')),
      requestId: talk.requestId,
      now: talk.now,
    };
    const wire = await runKeyed(service.db, service.idempotency, keyed, open, work, (tx, status) => {
      fresh = undefined;
      auditWrite(tx, talk.auditEntry(status, true));
    });
    return { wire, fresh };
  }

  /** Starts what the handler needs; its failure is told only to whoever asks for the result. */
  private prepare(endpoint: Endpoint<Caller>, request: ParsedRequest<Caller>, db: Connection): Promise<unknown> {
    const outcome = (async () => {
      checkBody(endpoint, request);
      return endpoint.options.prepare?.(Object.assign(request, { db }) as never);
    })();
    outcome.catch(() => undefined);
    return outcome;
  }

  private checked(endpoint: Endpoint<Caller>, reply: Reply): Reply {
    if (this.service.checkResponses) holdAgainstContract(this.service, endpoint, reply);
    return reply;
  }
}

const EMPTY = Buffer.alloc(0);

/** False for an answer without a body, such as that a known version is the current one. */
const hasContent = ({ body, raw }: Reply): boolean => body !== undefined || raw !== undefined;

/** How many segments a base has: `/` none, `/v3/work` two. */
const segmentsIn = (base: string): number => base.split('/').filter(Boolean).length;

/** A path as far as its noun, which is the segment of this number. */
function nounOf(path: string, segments: number): string {
  let end = 0;
  for (let segment = 0; segment < segments; segment += 1) {
    end = path.indexOf('/', end + 1);
    if (end < 0) return path;
  }
  return path.slice(0, end);
}

/** Throws an InvalidBody with everything that is wrong with the body, by the contract and by the route's own rules. */
function checkBody({ validate, options }: Endpoint<unknown>, request: ParsedRequest<unknown>): void {
  const { body } = request;
  const { rules } = options;
  const fits = !validate || validate(body);
  if (fits && !rules) return;
  const faults = fits ? [] : (validate.errors ?? []).map(faultOf);
  const sound = fits ? body : soundPart(body, faults);
  const violations = rules && sound !== undefined ? rules({ ...request, body: sound } as never) : [];
  if (!fits || violations.length > 0) throw new InvalidBody(faults, violations, body);
}

type Params = Readonly<Record<string, string>>;

/** No text of the database has it, so it names nothing there. */
const hasNul = (text: string): boolean => text.includes('\u0000');

const faultOf = ({ instancePath, keyword, message, params }: NonNullable<Validator['errors']>[number]): BodyFault => ({
  pointer: instancePath,
  keyword,
  message: message ?? keyword,
  params,
});

function holdAgainstContract(
  { contract }: ServiceDefinition<never, never> | { contract: ServiceDefinition<unknown, Principal>['contract'] },
  { method, path }: Endpoint<unknown>,
  { status, body, raw }: Reply,
): void {
  const validate = contract.validators.responses[`${method} ${path} ${status}`];
  const document = body ?? (typeof raw === 'string' ? JSON.parse(raw) : undefined);
  if (!validate || document === undefined || validate(document)) return;
  const faults = (validate.errors ?? []).map((fault) => `${fault.instancePath} ${fault.message}`);
  throw new Error(`${method} ${path} ${status} departs from the contract: ${faults.slice(0, 5).join('; ')}`);
}
