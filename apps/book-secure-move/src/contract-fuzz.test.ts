import { randomUUID } from 'node:crypto';
import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import { bookSecureMove } from './testing/book-secure-move';
import type { FuzzedOperation } from './testing/fuzz/operations';
import { fuzzedOperations } from './testing/fuzz/operations';
import type { Variant } from './testing/fuzz/variants';
import { variantsOf } from './testing/fuzz/variants';
import { faultOf } from './testing/fuzz/verdict';
import { demo, related } from './testing/given';

jest.setTimeout(30_000);

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_120);

const { api, given } = bookSecureMove({ LOG_LEVEL: 'silent' });
let ids: Record<string, string>;
const idOf = (name: string): string => ids[name] ?? ids[`${name}_id`] ?? demo.a;

beforeAll(async () => {
  const move = await given.move();
  ids = {
    move_id: move.id,
    person_id: move.personId,
    profile_id: move.profileId,
    journey_id: await given.journey(move.id),
    location_id: demo.a,
    to_location: demo.b,
    supplier_key: 'serco',
    ...(await anyRow('supplier_id', 'suppliers')),
    ...(await anyRow('region_id', 'regions')),
    lodging_id: (await api.post(`/moves/${move.id}/lodgings`, lodgingBody)).body.data.id,
    eventable: move.id,
    person: move.personId,
    profile: move.profileId,
    ...(await anyRow('gender', 'genders')),
    ...(await anyRow('ethnicity', 'ethnicities')),
    ...(await anyRow('category', 'categories')),
    ...(await anyRow('assessment_question_id', 'assessment_questions')),
    ...(await anyRow('prison_transfer_reason', 'prison_transfer_reasons')),
    ...(await anyRow('allocation_id', 'allocations')),
    ...(await anyRow('event_id', 'generic_events')),
  };
});

const lodgingBody = {
  data: {
    type: 'lodgings',
    attributes: { start_date: '2026-12-20', end_date: '2026-12-21' },
    relationships: { location: related('locations', demo.lodging) },
  },
};

describe.each(fuzzedOperations)('$name', (operation) => {
  it('answers a hundred hostile requests as documented, and a refusal changes nothing', async () => {
    const variants = variantsOf(operation, idOf, SEED);
    expect(variants.length).toBeGreaterThanOrEqual(100);
    const faults =
      operation.method === 'GET' ? await readAll(operation, variants) : await writeAll(operation, variants);
    expect(faults).toEqual([]);
  });
});

/** Reads change nothing, so several go at once. */
async function readAll(operation: FuzzedOperation, variants: readonly Variant[]): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...variants];
  const work = async (): Promise<void> => {
    for (let variant = waiting.pop(); variant; variant = waiting.pop()) {
      const fault = faultOf(operation, await send(operation, variant));
      if (fault) faults.push(`${variant.what} => ${fault}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return faults;
}

async function writeAll(operation: FuzzedOperation, variants: readonly Variant[]): Promise<string[]> {
  const faults: string[] = [];
  let before = await countRows(api.db().reader());
  for (const variant of variants) {
    const reply = await send(operation, variant);
    const fault = faultOf(operation, reply);
    if (fault) faults.push(`${variant.what} => ${fault}`);
    const after = await countRows(api.db().reader());
    if (reply.status >= 400 && after !== before)
      faults.push(`${variant.what} => ${reply.status}, but ${before} became ${after}`);
    before = after;
  }
  return faults;
}

function send({ method, base }: FuzzedOperation, { path, body, headers, who }: Variant): Promise<TestReply> {
  const all = { 'Idempotency-Key': randomUUID(), ...headers };
  const speaker = api.as(who);
  if (method === 'GET') return speaker.get(`${base}${path}`, headers);
  return speaker[method.toLowerCase() as 'post' | 'patch' | 'put'](`${base}${path}`, body, all);
}

/** How many rows every table has, those aside that record requests, tokens, and counts that are folded now and then. */
async function countRows(db: Connection): Promise<string> {
  counting ??= prepared('count-rows', await countingText(db));
  return (await db.first(counting))!.counts;
}

let counting: { name: string; text: string; row?: { counts: string } } | undefined;

async function countingText(db: Connection): Promise<string> {
  const tables = await db.rows(
    prepared<{ name: string }>(
      'tables',
      `select table_name as name from information_schema.tables
       where table_schema = 'book_secure_move' and table_type = 'BASE TABLE'
         and table_name not in ('audit_log', 'oauth_access_tokens', 'tallies')`,
    ),
  );
  const counts = tables.map(({ name }) => `'${name} ' || (select count(*) from ${name})`);
  return `select concat_ws(', ', ${counts.join(', ')}) as counts`;
}

async function anyRow(name: string, table: string): Promise<Record<string, string>> {
  const row = await api
    .db()
    .reader()
    .first(prepared<{ id: string }>(`any-${table}`, `select id from ${table} order by id limit 1`));
  return row ? { [name]: row.id } : {};
}
