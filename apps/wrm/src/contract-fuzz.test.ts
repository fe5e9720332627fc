import { randomUUID } from 'node:crypto';
import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import type { Asked } from './testing/fuzz/operations';
import { everyOperation } from './testing/fuzz/operations';
import type { References } from './testing/fuzz/situations';
import { filled, situationOf } from './testing/fuzz/situations';
import type { Variant } from './testing/fuzz/variants';
import { variantsOf } from './testing/fuzz/variants';
import { faultOf } from './testing/fuzz/verdict';
import { Receiver } from './testing/receiver';
import { work } from './testing/work';
import { wrm } from './testing/wrm';

jest.setTimeout(120_000 + 1_000 * Number(process.env.FUZZ_RUNS ?? 0));

/** Another seed draws other requests; more runs draw more of them. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_120);
const DRAWN = Number(process.env.FUZZ_RUNS ?? 20);
/** In the daily run some of the fixed ones, others with another seed; all of them when runs are asked for. */
const MOST = process.env.FUZZ_RUNS ? Infinity : 110;

const api = wrm({ LOG_LEVEL: 'silent' });
const doing = work(api);
let receiver: Receiver;

beforeAll(async () => {
  receiver = await Receiver.open();
});
afterAll(() => receiver.close());

const situation = (asked: Asked): Promise<References> => situationOf(asked, { api, work: doing, receiver });

describe.each(everyOperation)('$title', (asked) => {
  it('answers a hundred hostile requests as documented, and a refusal changes nothing', async () => {
    const variants = variantsOf(asked, { seed: SEED, numRuns: DRAWN, most: MOST });
    expect(variants.length).toBeGreaterThanOrEqual(100);
    const faults = asked.method === 'GET' ? await readAll(asked, variants) : await writeAll(asked, variants);
    expect(faults).toEqual([]);
  });
});

/** Reads change nothing, so several go at once. */
async function readAll(asked: Asked, variants: readonly Variant[]): Promise<string[]> {
  const faults: string[] = [];
  const references = await situation(asked);
  const waiting = [...variants];
  const ask = async (): Promise<void> => {
    for (let variant = waiting.pop(); variant; variant = waiting.pop()) {
      const reply = await send(asked, variant, references);
      const fault = faultOf(asked, reply) ?? plainFault(variant, reply);
      if (fault) faults.push(`${variant.what} => ${fault}`);
    }
  };
  await Promise.all([ask(), ask(), ask(), ask()]);
  return faults;
}

/** What has succeeded may have used its situation up, so the next request gets another. */
async function writeAll(asked: Asked, variants: readonly Variant[]): Promise<string[]> {
  const faults: string[] = [];
  let references: References | undefined;
  let before = '';
  for (const variant of variants) {
    if (!references) {
      references = await situation(asked);
      before = await countRows(api.db().reader());
    }
    const reply = await send(asked, variant, references);
    const fault = faultOf(asked, reply) ?? plainFault(variant, reply);
    if (fault) faults.push(`${variant.what} => ${fault}`);
    const after = await countRows(api.db().reader());
    if (reply.status >= 400 && after !== before)
      faults.push(`${variant.what} => ${reply.status}, but ${before} became ${after}`);
    if (reply.status < 400) references = undefined;
    before = after;
  }
  return faults;
}

/** The request that the others are made of is itself a good one, or the hostile ones would not get far. */
const plainFault = ({ what }: Variant, { status, text }: TestReply): string | undefined =>
  what === 'as documented' && status >= 400 ? `${status} ${text.slice(0, 300)}` : undefined;

function send({ method }: Asked, { path, body, headers, who }: Variant, references: References): Promise<TestReply> {
  const url = filled(path, references);
  const speaker = api.as(who);
  if (method === 'GET') return speaker.get(url, headers);
  const keyed = { 'Idempotency-Key': randomUUID(), ...headers };
  if (method === 'DELETE') return speaker.delete(url, keyed);
  const request = typeof body === 'string' ? filled(body, references) : body;
  return speaker[method.toLowerCase() as 'post' | 'put' | 'patch'](url, request, keyed);
}

/** How many rows every table has, those aside that record requests or that the sending of notifications fills. */
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
       where table_schema = 'wrm' and table_type = 'BASE TABLE' and table_name <> 'audit_log'
         and table_name not like 'webhook%'`,
    ),
  );
  const counts = tables.map(({ name }) => `'${name} ' || (select count(*) from ${name})`);
  return `select concat_ws(', ', ${counts.join(', ')}) as counts`;
}
