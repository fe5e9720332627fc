import type { Context } from 'koa';
import { Readable } from 'node:stream';
import type { WireReply } from './idempotency';
import type { Reply } from './reply';

/** An answer as bytes, so that it can be stored under its key and sent again, identical. */
export function toWire({ status, body, raw, type, headers }: Reply, mediaType: string): WireReply {
  if (raw instanceof Readable) throw new Error('a write does not answer with a stream');
  const bytes = raw ?? (body === undefined ? '' : JSON.stringify(body));
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return {
    status,
    headers: { ...headers, ...(buffer.length > 0 ? { 'Content-Type': type ?? `${mediaType}; charset=utf-8` } : {}) },
    body: buffer,
  };
}

/** Puts an answer on the response; `ctx.state.mediaType` is the API's own content type. */
export function send(ctx: Context, { status, body, raw, type, headers }: Reply): void {
  ctx.status = status;
  if (headers) ctx.set(headers as Record<string, string>);
  if (status === 204) {
    ctx.body = null;
    ctx.status = 204;
    return;
  }
  const content = raw ?? (body === undefined ? '' : JSON.stringify(body));
  if (!headers?.['Content-Type']) ctx.set('Content-Type', type ?? `${ctx.state.mediaType as string}; charset=utf-8`);
  ctx.body = content;
}
