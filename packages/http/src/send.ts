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
  if (content instanceof Readable) tie(content, ctx);
  ctx.body = content;
}

/**
 * A stream and its answer end together, also with compression between them: a stream that fails breaks the connection,
 * so that the client does not take a part for the whole, and a client that goes away ends the stream.
 */
function tie(stream: Readable, { res }: Context): void {
  stream.once('error', () => res.destroy());
  res.once('close', () => stream.destroy());
}
