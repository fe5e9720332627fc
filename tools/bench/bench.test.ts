import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tool = join(__dirname, '..', 'bench.mjs');

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the benchmark with a temporary folder of its own, so that what it leaves there can be seen. */
function bench(temporary: string, ...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [tool, ...args], { env: { ...process.env, TMPDIR: temporary } });
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => (outcome.stdout += bytes));
  child.stderr.on('data', (bytes) => (outcome.stderr += bytes));
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...outcome, code })));
}

describe('npm run bench', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'bench-test-'));
  // Run as root, PostgreSQL changes to another account, which must be able to pass.
  beforeAll(() => chmodSync(temporary, 0o755));
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it('measures every work against a bare server that answers and writes the same, and leaves nothing', async () => {
    const { code, stdout, stderr } = await bench(temporary, '--small', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') as string });
    const { sizes } = JSON.parse(stdout.trim().split('\n').at(-1)!) as {
      sizes: { size: number; measured: { work: { name: string }; ratio: number }[] }[];
    };
    expect(sizes).toEqual([{ size: 2_000, measured: expect.anything() as unknown }]);
    const measured = sizes[0]!.measured.map(({ work, ratio }) => [work.name, ratio > 0]);
    expect(measured).toEqual(['list', 'one', 'event', 'create'].map((name) => [name, true]));
    expect(readdirSync(temporary)).toEqual([]);
  }, 120_000);

  it('prices a month and imports a catalogue, and leaves nothing', async () => {
    const { code, stdout, stderr } = await bench(
      temporary,
      '--small',
      '--json',
      '--only',
      'pricing',
      '--only',
      'price-import',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') as string });
    const { goals } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { goals: { goal: string; measured: string }[] };
    const measured = goals.filter((each) => each.measured !== 'n/a').map(({ goal }) => goal);
    expect(measured).toEqual([
      'pricing a month of 500 moves with 800 journeys',
      'memory of pricing a month',
      'importing 1,000 prices',
    ]);
    expect(readdirSync(temporary)).toEqual([]);
  }, 120_000);

  it.each([
    [['--only', 'everything'], 'There is no work everything'],
    [['--rows', 'many'], 'take numbers above zero'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', async (args, reason) => {
    const { code, stderr } = await bench(temporary, ...args);
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
  });
});
