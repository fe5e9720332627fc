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

  const measuredWorks: [string, string[]][] = [
    ['book-secure-move', ['list', 'one', 'event', 'create']],
    ['street-manager', ['work', 'permits-1', 'permits-15', 'updates', 'create']],
    ['wrm', ['status']],
  ];

  it('measures every work against a bare server that answers and writes the same, and leaves nothing', async () => {
    const { code, stdout, stderr } = await bench(temporary, '--small', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') as string });
    const { services } = JSON.parse(stdout.trim().split('\n').at(-1)!) as {
      services: { name: string; sizes: { size: number; measured: { work: { name: string }; ratio: number }[] }[] }[];
    };
    const measured = services.map(({ name, sizes }) => [
      name,
      sizes.flatMap(({ size, measured }) => measured.map(({ work, ratio }) => [work.name, size, ratio > 0])),
    ]);
    expect(measured).toEqual(measuredWorks.map(([name, works]) => [name, works.map((work) => [work, 2_000, true])]));
    expect(readdirSync(temporary)).toEqual([]);
  }, 240_000);

  it.each([
    [['--only', 'everything'], 'There is no work everything'],
    [['--service', 'street-manager', '--only', 'list'], 'There is no work list'],
    [['--service', 'weather'], 'There is no service weather'],
    [['--rows', 'many'], 'take numbers above zero'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', async (args, reason) => {
    const { code, stderr } = await bench(temporary, ...args);
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
  });
});
