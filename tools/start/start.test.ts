import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

jest.setTimeout(40_000);

const base = mkdtempSync(join(tmpdir(), 'switchyard-start-'));
const launched: Launched[] = [];
const script = join(__dirname, 'fixtures', 'start.mjs');
let folders = 0;

interface Launched {
  child: ChildProcess;
  folder: string;
  lines: string[];
  stderr: string;
  /** Resolves with true on the line `ready`, with false when the launcher ends without it. */
  ready: Promise<boolean>;
  /** Status, or the name of the signal. */
  ended: Promise<number | string>;
}

beforeAll(() => chmodSync(base, 0o755));

afterEach(async () => {
  for (const { child, ended, folder } of launched.splice(0)) {
    child.kill('SIGTERM');
    await ended;
    // Only of a launcher that a test killed and did not start again.
    for (const pid of [postmasterOf(folder)].filter((found) => found !== undefined)) process.kill(pid, 'SIGQUIT');
  }
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

function newFolder(): string {
  return join(base, `data-${(folders += 1)}`);
}

/** The launcher with the fixture services, from a folder that is not the repository's. */
function launch(folder: string, env: NodeJS.ProcessEnv = {}, command = [process.execPath, script]): Launched {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: base,
    env: { ...process.env, DATABASE_URL: '', SWITCHYARD_DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').then(([status, signal]: (number | string)[]) => status ?? (signal as string));
  const lines: string[] = [];
  const ready = new Promise<boolean>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line === 'ready') resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  const result: Launched = { child, folder, lines, stderr: '', ready, ended };
  child.stderr.on('data', (text) => (result.stderr += String(text)));
  launched.push(result);
  return result;
}

/** What each fixture service said in its log line. */
function servicesOf({ lines }: Launched): { service: string; pid: number; database: string }[] {
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}

function urlOf({ lines }: Launched, service: string): string {
  return /http:\/\/\S+/.exec(lines.find((line) => line.startsWith(service)) ?? '')?.[0] ?? '';
}

function postmasterOf(folder: string): number | undefined {
  const file = join(folder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

function isRunning(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0);
    return !/^\d+ \(.*\) Z/.test(existsSync('/proc') ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '');
  } catch {
    return false;
  }
}

describe('npm start', () => {
  it('serves, says where and with which credentials, and after SIGTERM ends with 0 leaving nothing', async () => {
    const start = launch(newFolder());
    expect(await start.ready).toBe(true);

    expect(await (await fetch(urlOf(start, 'beta'))).text()).toBe('beta');
    expect(start.lines.join('\n')).toMatch(/Service +URL +Docs +Demo credentials/);
    expect(start.lines.join('\n')).toMatch(
      /^alpha +http\S+ +http\S+\/docs +alpha-demo \/ open-sesame \(demo client\)$/m,
    );
    expect(start.lines.at(-1)).toBe('ready');
    expect(start.lines.join('\n')).not.toContain('\u001b');
    const pids = [postmasterOf(start.folder), ...servicesOf(start).map(({ pid }) => pid)];
    expect(pids.map(isRunning)).toEqual([true, true, true]);

    start.child.kill('SIGTERM');

    expect(await start.ended).toBe(0);
    expect(pids.map(isRunning)).toEqual([false, false, false]);
    expect(start.stderr).toBe('');
  });

  it('takes one Ctrl-C under npm, which arrives twice, for one wish', async () => {
    const start = launch(newFolder());
    await start.ready;

    start.child.kill('SIGINT');
    start.child.kill('SIGINT');

    expect(await start.ended).toBe(0);
    expect(postmasterOf(start.folder)).toBeUndefined();
  });

  it('ends when the shell between npm and it dies of the signal instead of passing it on', async () => {
    const shell = ['sh', '-c', `"${process.execPath}" "${script}"; exit $?`];
    const start = launch(newFolder(), { npm_lifecycle_event: 'start' }, shell);
    await start.ready;
    const pids = servicesOf(start).map(({ pid }) => pid);

    start.child.kill('SIGTERM');

    expect(await start.ended).toBe('SIGTERM');
    expect([...pids, postmasterOf(start.folder)].map(isRunning)).toEqual([false, false, false]);
  });

  it('kills a service that does not end when a second signal hurries', async () => {
    const start = launch(newFolder(), { FIXTURE: 'beta:never ends' });
    await start.ready;
    const pids = servicesOf(start).map(({ pid }) => pid);
    const begin = performance.now();

    start.child.kill('SIGTERM');
    const again = setInterval(() => start.child.kill('SIGTERM'), 200);

    expect(await start.ended).toBe(0);
    clearInterval(again);
    expect(performance.now() - begin).toBeLessThan(6000);
    expect(pids.map(isRunning)).toEqual([false, false]);
  });

  it('starts again after kill -9, with the database that was left', async () => {
    const folder = newFolder();
    const first = launch(folder);
    await first.ready;
    const left = postmasterOf(folder);
    const ports = Object.fromEntries(
      ['alpha', 'beta'].map((name) => [`${name.toUpperCase()}_PORT`, new URL(urlOf(first, name)).port]),
    );
    first.child.kill('SIGKILL');
    await first.ended;

    const second = launch(folder, ports);

    expect(await second.ready).toBe(true);
    expect(postmasterOf(folder)).toBe(left);
    expect(servicesOf(first).map(({ pid }) => isRunning(pid))).toEqual([false, false]);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(isRunning(left)).toBe(false);
  });

  it('uses the server that DATABASE_URL names, and leaves it running', async () => {
    const owner = launch(newFolder());
    await owner.ready;
    const url = servicesOf(owner)[0]?.database ?? '';
    const guest = launch(newFolder(), { DATABASE_URL: url });
    await guest.ready;

    guest.child.kill('SIGTERM');

    expect(await guest.ended).toBe(0);
    expect(servicesOf(guest).map(({ database }) => database)).toEqual([url, url]);
    expect(existsSync(guest.folder)).toBe(false);
    expect(isRunning(postmasterOf(owner.folder))).toBe(true);
  });
});

describe('npm start, when something is wrong,', () => {
  it('says which service could not start and why, and stops the rest with 1', async () => {
    const start = launch(newFolder(), { FIXTURE: 'beta:fails to start' });

    expect(await start.ready).toBe(false);

    expect(await start.ended).toBe(1);
    expect(start.stderr).toMatch(/^beta ended with exit code 1 while starting\.\n[^]*the fixture refuses to start/);
    expect(postmasterOf(start.folder)).toBeUndefined();
  });

  it('stops everything with 1 when a service dies later', async () => {
    const start = launch(newFolder());
    await start.ready;
    const alpha = servicesOf(start).find(({ service }) => service === 'alpha');

    await fetch(`${urlOf(start, 'beta')}/crash`).catch(() => undefined);

    expect(await start.ended).toBe(1);
    expect(start.stderr).toMatch(/beta ended with exit code \d+ while serving\.\n[^]*told to crash/);
    expect(isRunning(alpha?.pid)).toBe(false);
    expect(postmasterOf(start.folder)).toBeUndefined();
  });

  it('names the port that another program has, and its variable', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;

    const start = launch(newFolder(), { BETA_PORT: String(port) });

    expect(await start.ended).toBe(1);
    squatter.close();
    expect(start.stderr).toMatch(
      `Port ${port} is already in use: stop the program that has it, or choose another with BETA_PORT.`,
    );
    expect(postmasterOf(start.folder)).toBeUndefined();
  });

  it('refuses a second launcher on the same data, naming the first, which goes on', async () => {
    const first = launch(newFolder());
    await first.ready;

    const second = launch(first.folder);

    expect(await second.ended).toBe(1);
    expect(second.stderr).toContain(`already run by process ${first.child.pid}`);
    expect(await (await fetch(urlOf(first, 'alpha'))).text()).toBe('alpha');
  });

  it('refuses a port that is none', async () => {
    const start = launch(newFolder(), { ALPHA_PORT: 'http' });

    expect(await start.ended).toBe(1);
    expect(start.stderr).toBe('ALPHA_PORT must be a port number, not "http".\n');
  });
});
