import type { Context } from 'koa';
import { parseJson, readBody } from '@switchyard/http';

/** The parameters of a token request: from the query, a form, or JSON. */
export async function readParameters(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const body = await readBody(ctx.req, { maxBytes: 16_384, timeoutMs: 10_000 });
  const parameters = new Map(new URLSearchParams(ctx.querystring));
  if (body.length === 0) return parameters;
  const sent = /json/i.test(ctx.get('content-type'))
    ? ofJson(parseJson(body))
    : new URLSearchParams(body.toString('utf8'));
  for (const [name, value] of sent) parameters.set(name, value);
  return parameters;
}

function ofJson(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
