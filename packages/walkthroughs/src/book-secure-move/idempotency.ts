import type { Call } from '../client';
import { documentOf, type Reply } from '../reply';
import type { Api } from '../walkthrough';

/** Sends a keyed call once more: the stored reply comes back byte for byte, and says that it is a replay. */
export async function replays(api: Api, call: Call, first: Reply): Promise<void> {
  const again = await api.send(call, { status: first.status, leadsTo: () => 'replayed' });
  api.holds('Idempotent-Replayed', again.headers.get('idempotent-replayed'), 'true');
  api.holds('bytes of the replayed body', again.bytes.toString('utf8'), first.bytes.toString('utf8'));
  api.holds('content type of the replay', again.headers.get('content-type'), first.headers.get('content-type'));
}

/** Sends other attributes under the key of an earlier call: 409 in the published words. */
export async function refusesOtherBody(api: Api, call: Call, attributes: object): Promise<void> {
  const { data } = call.body as { data: { attributes: object } };
  const body = { data: { ...data, attributes: { ...data.attributes, ...attributes } } };
  const reply = await api.send({ ...call, body }, { status: 409, leadsTo: () => 'refused' });
  const detail = `Idempotency::ConflictError: Conflicting idempotency key: ${keyOf(call)}`;
  errorsAre(api, reply, [{ title: 'Idempotency Conflict Error', detail }]);
}

/** Sends a call without its key, and then with a malformed one: 422 in the published words. */
export async function needsKey(api: Api, call: Call): Promise<void> {
  const title = 'Invalid idempotency_key';
  const missing = await api.send(withKey(call, null), { status: 422, leadsTo: () => 'refused, no key' });
  const both = "Validation failed: Idempotency key can't be blank, Idempotency key is invalid";
  errorsAre(api, missing, [{ title, detail: both }]);
  const malformed = await api.send(withKey(call, 'not-a-uuid'), { status: 422, leadsTo: () => 'refused, bad key' });
  errorsAre(api, malformed, [{ title, detail: 'Validation failed: Idempotency key is invalid' }]);
}

/** Checks title and detail of every error of a reply, in their order. */
export function errorsAre(api: Api, reply: Reply, expected: readonly { title: string; detail: string }[]): void {
  const errors = documentOf(reply).errors?.map(({ title, detail }) => ({ title, detail }));
  api.holds(`errors of the ${reply.status}`, errors, expected);
}

function isKey(header: string): boolean {
  return header.toLowerCase() === 'idempotency-key';
}

function keyOf({ headers }: Call): string {
  return Object.entries(headers).find(([name]) => isKey(name))?.[1] ?? '';
}

function withKey(call: Call, key: string | null): Call {
  const others = Object.entries(call.headers).filter(([name]) => !isKey(name));
  return { ...call, headers: { ...Object.fromEntries(others), ...(key !== null && { 'idempotency-key': key }) } };
}
