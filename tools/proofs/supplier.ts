import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';

export interface Answer {
  status: number;
  text: string;
  replayed: boolean;
}

/** A token of the demo authority. */
export async function tokenFrom(url: string): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: 'pmu-demo', client_secret: 'pmu-demo-secret' };
  const reply = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  return ((await reply.json()) as { access_token: string }).access_token;
}

/** Creates a move, once, on a connection of its own; rejects when no whole answer comes. */
export async function createMove(url: string, token: string, key: string): Promise<Answer> {
  const request = httpRequest(`${url}/api/moves`, {
    method: 'POST',
    agent: false,
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/vnd.api+json; version=2',
      'Content-Type': 'application/vnd.api+json',
      'Idempotency-Key': key,
    },
  });
  request.end(JSON.stringify(moveNoted(key)));
  const [reply] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of reply) chunks.push(chunk as Buffer);
  return {
    status: reply.statusCode!,
    text: Buffer.concat(chunks).toString(),
    replayed: reply.headers['idempotent-replayed'] === 'true',
  };
}

/** Tries at one process after the other until a move is acknowledged; gives its id. */
export async function createMoveSurely(urls: () => readonly string[], token: string, key: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const all = urls();
    try {
      const { status, text } = await createMove(all[attempt % all.length]!, token, key);
      if (status === 201) return (JSON.parse(text) as { data: { id: string } }).data.id;
      if (status !== 409 && status !== 503) throw new Refused(`${status} ${text}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

class Refused extends Error {}

/** A prison transfer for nobody yet, which carries the key it was asked for with. */
const moveNoted = (note: string): object => ({
  data: {
    type: 'moves',
    attributes: { date: '2026-12-01', move_type: 'prison_transfer', additional_information: note },
    relationships: {
      from_location: { data: { type: 'locations', id: 'aaaaaaaa-0154-49ec-b01e-d60ded8e0ab1' } },
      to_location: { data: { type: 'locations', id: 'bbbbbbbb-0154-49ec-b01e-d60ded8e0ab1' } },
    },
  },
});
