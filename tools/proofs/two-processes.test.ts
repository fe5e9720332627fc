import { randomUUID } from 'node:crypto';
import type { ServiceProcess } from './processes';
import { bundleService, emptyDatabase, onDatabase, startService } from './processes';
import type { Answer } from './supplier';
import { createMove, createMoveSurely, tokenFrom } from './supplier';

jest.setTimeout(60_000);

let database: { url: string; drop(): Promise<void> };
let processes: ServiceProcess[] = [];
let token: string;
const urls = (): string[] => processes.map(({ url }) => url);

/** How often each of these keys has left a move. */
async function movesBy(keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await onDatabase<{ note: string; id: string }>(
    database.url,
    'select additional_information as note, id from book_secure_move.moves where additional_information is not null',
  );
  return new Map(keys.map((key) => [key, rows.filter(({ note }) => note === key).map(({ id }) => id)]));
}

beforeAll(async () => {
  await bundleService();
  database = await emptyDatabase(process.env.SWITCHYARD_TEST_DATABASE_URL!);
  // Both at once on an empty database: one migrates and fills it, the other waits and finds it done.
  processes = await Promise.all([startService(database.url), startService(database.url)]);
  token = await tokenFrom(processes[0]!.url);
});

afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
  await database.drop();
});

describe('two processes on one database', () => {
  it('create one move when fifty identical requests arrive at both', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => createMove(urls()[n % 2]!, token, key)));
    const done = answers.filter(({ status }) => status === 201);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    expect(done.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    expect((await movesBy([key])).get(key)).toHaveLength(1);
  });

  it('lose no answer when one is asked to end under load', async () => {
    const [leaving] = processes as [ServiceProcess];
    const keys: string[] = [];
    const outcomes = new Map<string, Answer | undefined>();
    let open = true;
    const client = async (): Promise<void> => {
      while (open) {
        const key = randomUUID();
        keys.push(key);
        outcomes.set(key, await createMove(leaving.url, token, key).catch(() => undefined));
        if (outcomes.size === 60) leaving.child.kill('SIGTERM');
      }
    };
    const clients = Array.from({ length: 8 }, client);
    expect(await leaving.ended).toBe(0);
    open = false;
    await Promise.all(clients);
    const moves = await movesBy(keys);
    const unanswered = keys.filter((key) => outcomes.get(key)?.status !== 201 && moves.get(key)!.length > 0);
    expect(unanswered).toEqual([]);
    const refused = [...outcomes.values()].filter((answer) => answer && answer.status !== 201);
    expect(refused).toEqual([]);
    expect(keys.filter((key) => outcomes.get(key)?.status === 201 && moves.get(key)!.length !== 1)).toEqual([]);
    processes[0] = await startService(database.url);
  });

  it('neither lose nor double a write when one is killed again and again', async () => {
    const keys = Array.from({ length: 300 }, () => randomUUID() as string);
    const acknowledged = new Map<string, string>();
    const waiting = [...keys];
    let kills = 0;
    const client = async (): Promise<void> => {
      for (let key = waiting.pop(); key; key = waiting.pop()) {
        acknowledged.set(key, await createMoveSurely(urls, token, key));
        if (acknowledged.size % 70 === 35) await murder();
      }
    };
    const murder = async (): Promise<void> => {
      kills += 1;
      const victim = processes[kills % 2]!;
      victim.child.kill('SIGKILL');
      expect(await victim.ended).toBe('SIGKILL');
      processes[processes.indexOf(victim)] = await startService(database.url);
    };
    await Promise.all(Array.from({ length: 12 }, client));
    expect(kills).toBeGreaterThanOrEqual(3);
    const moves = await movesBy(keys);
    expect(keys.filter((key) => moves.get(key)!.length !== 1)).toEqual([]);
    expect(keys.filter((key) => moves.get(key)![0] !== acknowledged.get(key))).toEqual([]);
  });
});
