import { randomUUID } from 'node:crypto';
import type { TestReply } from '@switchyard/testing';
import { call } from '@switchyard/testing';
import type { TestApi, Who } from '../testing/book-secure-move';
import { demo } from '../testing/given';

/** One client of pricing, as a test speaks for it. */
export interface PricingSpeaker {
  get(path: string): Promise<TestReply>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
  /** Sends an import as a form. */
  form(fields: Record<string, string>, file?: { name: string; bytes: Uint8Array | string }): Promise<TestReply>;
  download(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }>;
}

const scopes: Record<Exclude<Who, 'nobody'>, string> = {
  pmu: 'pricing:read pricing:write',
  serco: 'pricing:read',
  geoamey: 'pricing:read',
};
const JSON_API = 'application/vnd.api+json';

/** Speaks for a client of the demo with the scopes of pricing, or with those that are named. */
export function pricingAs(api: TestApi, who: Exclude<Who, 'nobody'> = 'pmu', scope = scopes[who]): PricingSpeaker {
  let token: Promise<string> | undefined;
  const authorization = async (): Promise<Record<string, string>> => ({
    Authorization: `Bearer ${await (token ??= tokenOf(api, who, scope))}`,
  });
  const url = (path: string): string => `${api.url()}/pricing${path}`;
  return {
    get: async (path) => call(url(path), 'GET', { headers: await authorization() }),
    send: async (method, path, body, headers = {}) =>
      call(url(path), method, {
        body,
        headers: {
          ...(await authorization()),
          ...(body !== undefined && { 'Content-Type': JSON_API }),
          'Idempotency-Key': randomUUID(),
          ...headers,
        },
      }),
    form: async (fields, file) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      if (file) form.set('file', new Blob([new Uint8Array(Buffer.from(file.bytes))]), file.name);
      const reply = await fetch(url('/imports'), { method: 'POST', body: form, headers: await authorization() });
      const text = await reply.text();
      return { status: reply.status, headers: reply.headers, text, body: JSON.parse(text) };
    },
    download: async (path) => {
      const reply = await fetch(url(path), { headers: await authorization() });
      return { status: reply.status, headers: reply.headers, bytes: Buffer.from(await reply.arrayBuffer()) };
    },
  };
}

async function tokenOf(api: TestApi, who: string, scope: string): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: `${who}-demo`,
    client_secret: `${who}-demo-secret`,
    scope,
  });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const reply = await call(`${api.url()}/oauth/token`, 'POST', { headers, body: form.toString() });
  if (reply.status !== 200) throw new Error(`no token: ${reply.status} ${reply.text}`);
  return (reply.body as { access_token: string }).access_token;
}

export const resource = (type: string, attributes: object): object => ({ data: { type, attributes } });

/** The places of the published scenarios. */
export const places: Record<string, string> = { A: demo.a, B: demo.b, C: demo.c, L: demo.lodging };
