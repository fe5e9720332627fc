import type { Context } from 'koa';
import type { AuditEntry } from '@switchyard/db';
import type { Principal } from './contract-types';
import type { IncomingFacts } from './service-definition';

/** What the kit knows of one request while it is answered. */
export class Conversation implements IncomingFacts {
  /** The contract's path, once the route is known. */
  route = '';
  principal: Principal | undefined;
  idempotencyKey: string | undefined;

  constructor(
    private readonly ctx: Context,
    readonly requestId: string,
    readonly now: Date,
    /** As the client sent it. */
    readonly path: string,
  ) {}

  get method(): string {
    return this.ctx.method;
  }

  get ip(): string {
    return this.ctx.req.socket.remoteAddress ?? '';
  }

  get query(): Readonly<Record<string, string | undefined>> {
    const flat: Record<string, string> = {};
    const { querystring } = this.ctx;
    if (querystring !== '') for (const [name, value] of new URLSearchParams(querystring)) flat[name] = value;
    Object.defineProperty(this, 'query', { value: flat });
    return flat;
  }

  /** What the client follows the request by: its own word where it sent a fit one, else the request's id. */
  correlationId(headerName: string | undefined): string {
    const sent = headerName === undefined ? undefined : this.header(headerName)?.trim();
    return sent !== undefined && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent : this.requestId;
  }

  /** Bound, like `header`. */
  readonly queryValues = (name: string): readonly string[] => {
    const values = new URLSearchParams(this.ctx.querystring);
    return [...values.getAll(name), ...values.getAll(`${name}[]`)];
  };

  /** Bound, so that it can be handed on. */
  readonly header = (name: string): string | undefined => {
    const value = this.ctx.req.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : value;
  };

  auditEntry(status: number, replayed = false): AuditEntry {
    return {
      at: this.now,
      requestId: this.requestId,
      principal: this.principal?.id ?? null,
      onBehalfOf: this.principal?.onBehalfOf?.slice(0, 255) ?? null,
      ip: this.ip,
      method: this.method,
      route: this.route,
      path: this.path.slice(0, 2_048),
      status,
      idempotencyKey: this.idempotencyKey ?? null,
      replayed,
    };
  }
}
