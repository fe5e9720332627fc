import { isDeepStrictEqual } from 'node:util';
import { headersOf, requestOf } from './requests.mjs';
import { unaccept } from './fill.mjs';

/** Throws unless both servers answer a read with the same bytes, but for the port in the links. */
export async function verifyRead(rig, work) {
  const samples = work.name === 'list' ? [0, 1, 4] : [0, 1, 2, 3, 7, 11, 19];
  for (const n of samples) {
    const [expected, found] = await Promise.all(
      [rig.service, rig.bare].map(async (server) => {
        const { text } = await send(rig, server, requestOf[work.name](n, rig.targets));
        return text.replaceAll(`127.0.0.1:${server.port}`, 'server');
      }),
    );
    if (expected !== found) throw new Error(`The answers to ${work.name} differ:\n${difference(expected, found)}`);
  }
}

/** What one write leaves, by table: rows as JSON, joined to their move. */
const traces = {
  moves: 'select to_jsonb(t) as row from moves t where id = $1',
  generic_events:
    'select to_jsonb(t) as row from generic_events t where eventable_id = $1 order by created_at, event_type',
  outbox_event: 'select to_jsonb(t) as row from outbox_event t where aggregate_id = $1 order by seq',
};

/** Columns in which two writes of the same must differ. */
const ownColumns = ['id', 'reference', 'eventable_id', 'aggregate_id', 'profile_id', 'person_id', 'xid', 'seq'];
const ownTimes = ['created_at', 'updated_at', 'date', 'recorded_at', 'occurred_at', 'fanned_out_at'];
const ownIds = /"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;

/** Throws unless one write to each server leaves the same rows in the same tables, but for ids, times and references. */
export async function verifyWrite(rig, work) {
  const [expected, found] = [await trace(rig, work, rig.service), await trace(rig, work, rig.bare)];
  if (isDeepStrictEqual(expected, found)) return;
  const show = (rows) => JSON.stringify(rows, null, 1);
  throw new Error(`The rows of ${work.name} differ:\n${difference(show(expected), show(found))}`);
}

async function trace(rig, work, server) {
  const n = rig.numbers[work.name] ?? 0;
  if (work.name === 'create') rig.numbers.create = n + 1;
  const request = requestOf[work.name](n, rig.targets);
  const { json } = await send(rig, server, request);
  const move = work.name === 'create' ? json.data.id : json.data.relationships.eventable.data.id;
  const rows = {};
  for (const [table, query] of Object.entries(traces)) {
    const found = (await rig.client.query(query, [move])).rows.map(({ row }) => neutral(row));
    rows[table] = table === 'moves' ? found : found.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }
  if (work.name === 'event') await unaccept(rig.client, [move]);
  return rows;
}

function neutral(row) {
  const kept = Object.entries(row).filter(([name]) => !ownColumns.includes(name));
  const shown = kept.map(([name, value]) => [name, ownTimes.includes(name) ? value !== null : value]);
  return JSON.parse(JSON.stringify(Object.fromEntries(shown)).replace(ownIds, '"id"'));
}

async function send(rig, server, request) {
  const headers = headersOf(request, `127.0.0.1:${server.port}`, rig.targets.token);
  const reply = await fetch(`http://127.0.0.1:${server.port}${request.path}`, {
    method: request.method,
    headers,
    body: request.body && JSON.stringify(request.body),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${request.method} ${request.path} was answered with ${reply.status}: ${text}`);
  return { text, json: JSON.parse(text) };
}

function difference(expected, found) {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 80), at + 160);
  return `service: …${around(expected)}…\nbare:    …${around(found)}…`;
}
