import { isDeepStrictEqual } from 'node:util';

/** Throws unless both servers answer a read with the same bytes, but for the port in the links. */
export async function verifyRead(rig, work) {
  for (const n of work.samples) {
    const [expected, found] = await Promise.all(
      [rig.service, rig.bare].map(async (server) => {
        const { text } = await send(rig, server, rig.requests.requestOf[work.name](n, rig.targets));
        return text.replaceAll(`127.0.0.1:${server.port}`, 'server');
      }),
    );
    if (expected !== found) throw new Error(`The answers to ${work.name} differ:\n${difference(expected, found)}`);
  }
}

/** Throws unless one write to each server leaves the same rows in the same tables, but for ids, times and references. */
export async function verifyWrite(rig, work) {
  const [expected, found] = [await trace(rig, work, rig.service), await trace(rig, work, rig.bare)];
  if (isDeepStrictEqual(expected, found)) return;
  const show = (rows) => JSON.stringify(rows, null, 1);
  throw new Error(`The rows of ${work.name} differ:\n${difference(show(expected), show(found))}`);
}

async function trace(rig, work, server) {
  const { queries, subjectOf, ...own } = rig.traces;
  const n = rig.numbers[work.name] ?? 0;
  if (!work.rounds) rig.numbers[work.name] = n + 1;
  const { json } = await send(rig, server, rig.requests.requestOf[work.name](n, rig.targets));
  const rows = {};
  for (const [table, query] of Object.entries(queries)) {
    const found = (await rig.client.query(query, [subjectOf(json)])).rows.map(({ row }) => neutral(row, own));
    rows[table] = found.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }
  await work.rounds?.undo(rig.client, rig.targets, n + 1);
  return rows;
}

function neutral(row, { ownColumns, ownTimes, ownTexts }) {
  const kept = Object.entries(row).filter(([name]) => !ownColumns.includes(name));
  const shown = kept.map(([name, value]) => [name, ownTimes.includes(name) ? value !== null : value]);
  return JSON.parse(JSON.stringify(Object.fromEntries(shown)).replace(ownTexts, 'its own'));
}

async function send(rig, server, request) {
  const headers = rig.requests.headersOf(request, `127.0.0.1:${server.port}`, rig.targets.credentials);
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
