import { type Call, tokenPlaceholder } from '../client';
import type { Api } from '../walkthrough';
import { bodyOf, type Shown } from './body';
import type { Party } from './demo';

const reading = { Authorization: `Basic ${tokenPlaceholder}`, Accept: 'application/json' };
const writing = { ...reading, 'Content-Type': 'application/json' };

export const post = ({ client }: Party, path: string, body: object): Call => ({
  method: 'POST',
  path,
  as: client,
  headers: writing,
  body,
});

export const put = (party: Party, path: string, body: object): Call => ({ ...post(party, path, body), method: 'PUT' });

export const get = ({ client }: Party, path: string): Call => ({ method: 'GET', path, as: client, headers: reading });

export const remove = (party: Party, path: string): Call => ({ ...get(party, path), method: 'DELETE' });

/** Reads a resource back. */
export async function shown(api: Api, { client }: Party, path: string): Promise<Shown> {
  return bodyOf(await api.read(path, client, reading));
}

/** Checks some members of what was read; the others may be as they are. */
export function shows(api: Api, what: string, record: Shown, expected: Shown): void {
  for (const [name, value] of Object.entries(expected)) api.holds(`${name} of ${what}`, record[name], value);
}

/** The call is refused with this status and under this response code. Gives the refusal. */
export async function refused(api: Api, call: Call, status: number, code: string): Promise<Shown> {
  const reply = await api.send(call, {
    status,
    leadsTo: (refusal) => `refused, ${String(bodyOf(refusal)['responseCode'])}: ${String(bodyOf(refusal)['message'])}`,
  });
  api.holds(`response code of ${call.method} ${call.path}`, bodyOf(reply)['responseCode'], code);
  return bodyOf(reply);
}
