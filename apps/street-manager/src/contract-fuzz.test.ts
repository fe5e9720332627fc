import { randomUUID } from 'node:crypto';
import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import type { References } from './testing/examples';
import { exampleOf, filled, inSituation } from './testing/examples';
import type { Variant } from './testing/fuzz/variants';
import { variantsOf } from './testing/fuzz/variants';
import { faultOf } from './testing/fuzz/verdict';
import type { Asked } from './testing/operations';
import { everyOperation } from './testing/operations';
import { streetManager } from './testing/street-manager';

jest.setTimeout(60_000 + 1_000 * Number(process.env.FUZZ_RUNS ?? 0));

/** Another seed draws other requests; more runs draw more of them. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_120);
const DRAWN = Number(process.env.FUZZ_RUNS ?? 20);
/** In the daily run some of the fixed ones, others with another seed; all of them when runs are asked for. */
const MOST = process.env.FUZZ_RUNS ? Infinity : 110;

const { api, given } = streetManager({ LOG_LEVEL: 'silent' });

describe.each(everyOperation)('$operation.base: $name', (asked) => {
  const example = exampleOf(asked.operation.base, asked.name);

  it('answers a hundred hostile requests as documented, and a refusal changes nothing', async () => {
    const variants = variantsOf(asked, example, { seed: SEED, numRuns: DRAWN, most: MOST });
    expect(variants.length).toBeGreaterThanOrEqual(100);
    const faults = asked.method === 'GET' ? await readAll(asked, variants) : await writeAll(asked, variants);
    expect(faults).toEqual([]);
  });

  const situation = () => inSituation(example.situation, given, api);

  /** Reads change nothing, so several go at once. */
  async function readAll(operation: Asked, variants: readonly Variant[]): Promise<string[]> {
    const faults: string[] = [];
    const references = await situation();
    const waiting = [...variants];
    const work = async (): Promise<void> => {
      for (let variant = waiting.pop(); variant; variant = waiting.pop()) {
        const fault = faultOf(operation, await send(operation, variant, references));
        if (fault) faults.push(`${variant.what} => ${fault}`);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    return faults;
  }

  /** What has succeeded may have used its situation up, so the next request gets another. */
  async function writeAll(operation: Asked, variants: readonly Variant[]): Promise<string[]> {
    const faults: string[] = [];
    let references: References | undefined;
    let before = '';
    for (const variant of variants) {
      if (!references) {
        references = await situation();
        before = await countRows(api.db().reader());
      }
      const reply = await send(operation, variant, references);
      const fault = faultOf(operation, reply);
      if (fault) faults.push(`${variant.what} => ${fault}`);
      const after = await countRows(api.db().reader());
      if (reply.status >= 400 && after !== before)
        faults.push(`${variant.what} => ${reply.status}, but ${before} became ${after}`);
      if (reply.status < 400) references = undefined;
      before = after;
    }
    return faults;
  }
});

async function send(
  { method, operation }: Asked,
  { path, body, headers, who }: Variant,
  references: References,
): Promise<TestReply> {
  const url = `${operation.base}${filled(path, references)}`;
  const speaker = api.as(who);
  if (method === 'GET') return speaker.get(url, headers);
  const keyed = { 'Idempotency-Key': randomUUID(), ...headers };
  if (method === 'DELETE') return speaker.delete(url, keyed);
  const request = typeof body === 'string' ? filled(body, references) : body;
  return speaker[method === 'POST' ? 'post' : 'put'](url, request, keyed);
}

/** How many rows every table has, those aside that record requests and failures to log in. */
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
       where table_schema = 'street_manager' and table_type = 'BASE TABLE'
         and table_name not in ('audit_log', 'failed_login', 'one_time_code')`,
    ),
  );
  const counts = tables.map(({ name }) => `'${name} ' || (select count(*) from ${name})`);
  return `select concat_ws(', ', ${counts.join(', ')}) as counts`;
}
