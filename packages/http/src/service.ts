import Router from '@koa/router';
import type { Context, Next } from 'koa';
import Koa from 'koa';
import compress from 'koa-compress';
import { AuditBatch, DatabaseUnavailable, prepared } from '@switchyard/db';
import { ContractRoutes } from './contract-routes';
import type { Principal } from './contract-types';
import { Conversation } from './conversation';
import { docsPage } from './docs-page';
import { LoadShedding } from './load-shedding';
import { Metrics } from './metrics';
import { RateLimiter } from './rate-limit';
import { Refusal } from './refusals';
import type { Reply } from './reply';
import { sandboxRoutes } from './sandbox-routes';
import { JSON_API, acceptsJsonApi } from './media';
import { send } from './send';
import type { JsonApiOffer, ServiceDefinition } from './service-definition';

const ping = prepared<{ up: number }>('ping', 'select 1 as up');
const KIT_ROUTES = ['/health', '/ready', '/metrics', '/openapi.json', '/docs'];
const OPEN_TO_ALL = new Set(KIT_ROUTES);

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'private, no-cache',
  Vary: 'Accept, Accept-Encoding, Authorization',
};

const compressAnswer = compress({ threshold: 1_024, br: false });

/** Compresses for whoever asked for it. */
const compressed: Koa.Middleware = (ctx, next) =>
  ctx.req.headers['accept-encoding'] === undefined ? next() : compressAnswer(ctx, next);

/** A whole service, ready to listen. */
export interface Service {
  readonly app: Koa;
  readonly name: string;
  /** From now on the service says that it is not ready, and closes connections after their answer. */
  drain(): void;
  /** Writes what is still in memory. */
  close(): Promise<void>;
}

/** Builds a service from its definition. Throws when the contract lists an operation that nothing serves. */
export function createService<Paths, Caller extends Principal>(definition: ServiceDefinition<Paths, Caller>): Service {
  const { name, db, clock, ids, log } = definition;
  const audit = new AuditBatch(db.reader(), (error, entries) =>
    log.error({ err: error, entries: entries.length }, 'audit entries could not be stored'),
  );
  const metrics = new Metrics(name, db, definition.figures);
  const shedding = new LoadShedding();
  const perAddress = definition.rateLimits && new RateLimiter(definition.rateLimits.address);
  let draining = false;

  const furtherApis = definition.furtherApis ?? [];
  const apis = [definition, ...furtherApis.map((api) => ({ ...alone(definition), ...api }))].map(
    (api) => new ContractRoutes(api as ServiceDefinition<Paths, Caller>, audit),
  );
  const operations = operational(definition, metrics, () => draining);
  const plain = definition.plainRoutes?.(operations) ?? [];
  for (const routes of apis) routes.served(...KIT_ROUTES.map((path) => `GET ${path}`), ...plain);
  const missing = apis.flatMap((routes) => routes.missing);
  if (missing.length > 0) throw new Error(`nothing serves ${missing.join(', ')}`);

  const app = new Koa();
  app.silent = true;
  app.use(compressed);
  app.use(converse);
  for (const routes of apis) app.use(routes.middleware);
  // After the API, whose requests are the many: a router tries its paths one by one.
  app.use(operations.routes());
  app.use(({ path }) => {
    const methods = definition.tellsMethods ? apis.flatMap((routes) => routes.methodsAt(path)) : [];
    throw new Refusal('unknown_route', 'no such path', methods.length > 0 ? { Allow: methods.sort().join(', ') } : {});
  });
  return {
    app,
    name,
    drain: () => {
      draining = true;
    },
    close: async () => {
      shedding.stop();
      await audit.flush();
    },
  };

  /** Surrounds every request: its id, its error's shape, its log line and its figures. */
  async function converse(ctx: Context, next: Next): Promise<void> {
    const started = process.hrtime.bigint();
    const path = ctx.path;
    const talk = new Conversation(ctx, ids.uuid(), clock.now(), path);
    ctx.state.talk = talk;
    ctx.state.mediaType = definition.mediaType;
    for (const name in SECURITY_HEADERS) ctx.res.setHeader(name, SECURITY_HEADERS[name]!);
    ctx.res.setHeader('X-Request-Id', talk.requestId);
    const { correlationHeader } = definition;
    const correlationId = talk.correlationId(correlationHeader);
    if (correlationHeader) ctx.res.setHeader(correlationHeader, correlationId);
    if (draining) ctx.set('Connection', 'close');
    if (definition.rewritePath) ctx.path = definition.rewritePath(path);
    try {
      if (shedding.share > 0 && !OPEN_TO_ALL.has(path) && ids.pick(1_000) < shedding.share * 1_000) {
        throw new Refusal('overloaded', 'the service is overloaded', { 'Retry-After': '1' });
      }
      if (!OPEN_TO_ALL.has(path)) perAddress?.take(talk.ip);
      await next();
    } catch (error) {
      send(ctx, inAcceptedForm(explain(error, talk, ctx, correlationId), talk, ctx));
      if (talk.principal || talk.route) void audit.add(talk.auditEntry(ctx.status));
    }
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    metrics.observe(ctx.method, talk.route || 'other', ctx.status, seconds);
    if (log.isLevelEnabled('info') && !OPEN_TO_ALL.has(path)) {
      log.info(
        {
          requestId: talk.requestId,
          ...(correlationHeader && { correlationId }),
          method: ctx.method,
          path,
          status: ctx.status,
          ms: Math.round(seconds * 1e4) / 10,
        },
        'request',
      );
    }
  }

  function inAcceptedForm(refusal: Reply, talk: Conversation, { state }: Context): Reply {
    const offer = (state.jsonApi as JsonApiOffer | undefined) ?? definition.jsonApi;
    if (!offer || !acceptsJsonApi(talk.header('accept'))) return refusal;
    return { ...refusal, raw: JSON.stringify(offer.errors(refusal)), type: JSON_API };
  }

  function explain(error: unknown, talk: Conversation, { state }: Context, correlationId: string): Reply {
    const renderError = (state.renderError as typeof definition.renderError | undefined) ?? definition.renderError;
    const known = renderError(error, correlationId);
    if (known) return known;
    log.error({ err: error, requestId: talk.requestId, route: talk.route }, 'unexpected failure');
    return definition.renderUnexpected(talk.requestId, correlationId);
  }
}

/** The definition without what its first API alone has: another API does not inherit a check that it did not ask for. */
function alone<Paths, Caller extends Principal>(
  definition: ServiceDefinition<Paths, Caller>,
): Omit<ServiceDefinition<Paths, Caller>, 'inspect' | 'putIsPatch' | 'bodyLimits'> {
  const { inspect: _inspect, putIsPatch: _putIsPatch, bodyLimits: _bodyLimits, ...rest } = definition;
  return rest;
}

/** Health, readiness, figures, the contract and its page; and in the sandbox its controls. */
function operational<Paths, Caller extends Principal>(
  definition: ServiceDefinition<Paths, Caller>,
  metrics: Metrics,
  isDraining: () => boolean,
): Router {
  const { db, name, sandbox } = definition;
  const router = new Router();

  router.get('/health', async (ctx) => {
    const database = await reachable();
    ctx.status = database ? 200 : 502;
    ctx.body = { checks: { database }, healthy: database };
  });

  router.get('/ready', async (ctx) => {
    const reasons = [
      ...(isDraining() ? ['draining'] : []),
      ...((await reachable()) ? [] : ['database']),
      ...(db.waiting >= 50 ? ['connections'] : []),
      ...(definition.readiness?.() ?? []),
    ];
    ctx.status = reasons.length === 0 ? 200 : 503;
    ctx.body = { ready: reasons.length === 0, reasons };
  });

  router.get('/metrics', async (ctx) => {
    ctx.set('Content-Type', metrics.registry.contentType);
    ctx.body = await metrics.text();
  });

  const documents = documentsOf(definition);
  for (const [path, document] of documents) {
    router.get(path, (ctx) => {
      ctx.body = document;
    });
  }
  docsPage(router, name, [...documents.keys()]);
  if (sandbox) sandboxRoutes(router, sandbox);
  return router;

  async function reachable(): Promise<boolean> {
    try {
      await db.reader().first(ping);
      return true;
    } catch (error) {
      if (error instanceof DatabaseUnavailable) return false;
      throw error;
    }
  }
}

/** The document of each API by its path: the first API's at the root, the others' below their base. */
function documentsOf<Paths, Caller extends Principal>({
  contract,
  furtherApis = [],
}: ServiceDefinition<Paths, Caller>): Map<string, object> {
  const further = furtherApis.map(({ contract }): [string, object] => {
    const [operation] = Object.values(contract.operations);
    return [`${operation?.base ?? ''}/openapi.json`, contract.document];
  });
  return new Map([['/openapi.json', contract.document], ...further]);
}
