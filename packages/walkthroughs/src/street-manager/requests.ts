import { type Call, type Caller, tokenPlaceholder } from '../client';
import type { Api } from '../walkthrough';
import { bodyOf, type Shown } from './body';

const reading = { token: tokenPlaceholder };
const writing = { ...reading, 'content-type': 'application/json' };

/** A call of the Work API that creates something. The path is given as the page prints it. */
export const post = (as: Caller, path: string, body: object): Call => ({
  method: 'POST',
  path: `/v3/work${path}`,
  as,
  headers: writing,
  body,
});

/** A call of the Work API that changes something. */
export const put = (as: Caller, path: string, body: object): Call => ({ ...post(as, path, body), method: 'PUT' });

/** A call of the Reporting API. */
export const report = (as: Caller, path: string): Call => ({
  method: 'GET',
  path: `/v3/reporting${path}`,
  as,
  headers: reading,
});

/** Reads a record of the Work API back. */
export async function shown(api: Api, as: Caller, path: string): Promise<Shown> {
  return bodyOf(await api.read(`/v3/work${path}`, as, reading));
}

/** Checks some members of what was read; the others may be as they are. */
export function shows(api: Api, what: string, record: Shown, expected: Shown): void {
  for (const [name, value] of Object.entries(expected)) api.holds(`${name} of ${what}`, record[name], value);
}
