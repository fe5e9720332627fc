import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded';
import { isAlive, waitForExit } from './process';

jest.setTimeout(30_000);

const root = process.getuid?.() === 0;
const base = mkdtempSync(join(tmpdir(), 'switchyard-embedded-'));
const bundle = join(base, 'embedded.cjs');
const cleanUps: (() => Promise<void> | void)[] = [];
let folders = 0;

beforeAll(() => {
  // A folder made by mkdtemp is closed to others, and as root the server runs as another account.
  chmodSync(base, 0o755);
  const entryPoints = [join(__dirname, 'embedded.ts')];
  buildSync({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile: bundle, external: ['pg-native'] });
});

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Written down at once, though the server of the tests is not durable otherwise. */
const keep = 'set synchronous_commit = on; create table kept as select 42 as answer';

function newDataDir(): string {
  return join(base, `data-${(folders += 1)}`, 'postgres');
}

async function start(dataDir: string, said: string[] = []): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log: (message) => said.push(message) });
  cleanUps.push(() => server.stop());
  return server;
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

interface Launcher {
  pid: number;
  server: { pid: number; url: string };
  said: string[];
}

/** Another process that runs the server of a data directory, as `npm start` does. */
function spawnLauncher(dataDir: string, env: NodeJS.ProcessEnv = {}) {
  const script = `
    const { startEmbeddedPostgres } = require(${JSON.stringify(bundle)});
    const said = [];
    setInterval(() => {}, 1000);
    startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false, log: (message) => said.push(message) })
      .then(({ pid, url }) => console.log(JSON.stringify({ pid: process.pid, server: { pid, url }, said })));`;
  const child = spawn(process.execPath, ['-e', script], {
    cwd: join(__dirname, '../../../..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUps.push(() => void child.kill('SIGKILL'));
  return child;
}

async function startLauncher(dataDir: string, env?: NodeJS.ProcessEnv): Promise<Launcher> {
  const child = spawnLauncher(dataDir, env);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const launcher = JSON.parse(line) as Launcher;
  cleanUps.push(async () => {
    if (isAlive(launcher.server.pid)) process.kill(launcher.server.pid, 'SIGQUIT');
    await waitForExit(launcher.server.pid, 5000);
  });
  return launcher;
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  expect(await waitForExit(pid, 5000)).toBe(true);
}

async function eventually(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`never happened: ${condition.toString()}`);
    await new Promise(setImmediate);
  }
}

describe('the first start', () => {
  it('makes a Unicode database in UTC that only the loopback interface and a stored password open', async () => {
    const dataDir = newDataDir();
    const { url, pid, reused } = await start(dataDir);

    const [facts] = await query(
      url,
      `select current_database() as database, current_setting('server_encoding') as encoding, upper('ŵ') as upper,
              current_setting('timezone') as zone, current_setting('listen_addresses') as addresses,
              current_setting('unix_socket_directories') as sockets, current_setting('password_encryption') as passwords`,
    );
    expect(facts).toEqual({
      database: 'switchyard',
      encoding: 'UTF8',
      upper: 'Ŵ',
      zone: 'UTC',
      addresses: '127.0.0.1',
      sockets: '',
      passwords: 'scram-sha-256',
    });
    expect(reused).toBe(false);
    expect(isAlive(pid)).toBe(true);
    expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    const wrong = url.replace(readFileSync(`${dataDir}.password`, 'utf8').trim(), 'guess');
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('passes over what an interrupted attempt left, and removes it', async () => {
    const dataDir = newDataDir();
    const leftover = `${dataDir}.new-0badcafe`;
    mkdirSync(join(leftover, 'data'), { recursive: true });
    writeFileSync(join(leftover, 'data', 'PG_VERSION'), '18\n');

    await start(dataDir);

    expect(readdirSync(dirname(dataDir)).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('works after a launcher was killed in the middle of initdb', async () => {
    const dataDir = newDataDir();
    mkdirSync(dirname(dataDir));
    const child = spawnLauncher(dataDir);
    const isUnderWay = () => readdirSync(dirname(dataDir)).some((name) => name.includes('.new-'));
    await eventually(isUnderWay);
    await kill(child.pid as number);

    const { url } = await start(dataDir);

    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a later start', () => {
  it('finds the data and the port of the earlier one', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await query(first.url, keep);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start(dataDir);

    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('takes another port when somebody else has taken the stored one', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await first.stop();
    const port = Number(new URL(first.url).port);
    const squatter = createServer().listen(port, '127.0.0.1');
    cleanUps.push(() => void squatter.close());
    await once(squatter, 'listening');

    const second = await start(dataDir);

    expect(new URL(second.url).port).not.toBe(String(port));
    expect(readFileSync(`${dataDir}.port`, 'utf8').trim()).toBe(new URL(second.url).port);
  });

  it('is not misled by a pid file whose number now belongs to another program', async () => {
    const dataDir = newDataDir();
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n0 0\nready\n`);

    const { url } = await start(dataDir);

    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after kill -9', () => {
  it('brings a killed server back at the same address', async () => {
    const said: string[] = [];
    const server = await start(newDataDir(), said);
    await query(server.url, keep);
    const before = server.pid;
    await kill(before);

    await eventually(() => server.pid !== before);

    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(said.join()).toMatch(/died: starting it again/);
  });

  it('reuses the server that a killed launcher left running', async () => {
    const dataDir = newDataDir();
    const launcher = await startLauncher(dataDir);
    await kill(launcher.pid);

    const server = await start(dataDir);

    expect({ reused: server.reused, pid: server.pid, url: server.url }).toEqual({ reused: true, ...launcher.server });
  });

  it('replaces a left server whose durability is not the wished one', async () => {
    const dataDir = newDataDir();
    const launcher = await startLauncher(dataDir);
    await kill(launcher.pid);

    const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    cleanUps.push(() => server.stop());

    expect(server.reused).toBe(false);
    expect(isAlive(launcher.server.pid)).toBe(false);
    expect(await query(server.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('recovers when the launcher and the server were killed together', async () => {
    const dataDir = newDataDir();
    const launcher = await startLauncher(dataDir);
    await query(launcher.server.url, keep);
    await Promise.all([kill(launcher.pid), kill(launcher.server.pid)]);

    const server = await start(dataDir);

    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });
});

describe('two launchers on one data directory', () => {
  it('refuses the second, naming the first, and leaves the server alone', async () => {
    const dataDir = newDataDir();
    const launcher = await startLauncher(dataDir);

    await expect(start(dataDir)).rejects.toThrow(new RegExp(`already run by process ${launcher.pid}\\b`));

    expect(isAlive(launcher.server.pid)).toBe(true);
  });

  it('refuses a second start of the same process until the first has stopped', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await expect(start(dataDir)).rejects.toThrow(/already run by this process/);
    await first.stop();

    expect((await start(dataDir)).reused).toBe(false);
  });
});

describe('a folder that the account of the server cannot enter', () => {
  const title = root
    ? 'is replaced, as root, by one under the temporary folder, which is announced'
    : 'does not arise for an ordinary user, whose server runs as that user';
  it(title, async () => {
    const closed = join(base, 'closed');
    const temporary = join(base, 'temporary');
    mkdirSync(closed, { mode: 0o700 });
    mkdirSync(temporary);
    const dataDir = join(closed, 'postgres');

    const { server, said } = await startLauncher(dataDir, { TMPDIR: temporary });

    const [row] = await query<{ dir: string }>(server.url, `select current_setting('data_directory') as dir`);
    expect(row?.dir.startsWith(root ? temporary : closed)).toBe(true);
    expect(said.join()).toMatch(root ? /cannot be entered .* the data is kept in/ : /^$/);
  });
});

describe('what cannot work is explained', () => {
  async function stopped(): Promise<string> {
    const dataDir = newDataDir();
    await (await start(dataDir)).stop();
    return dataDir;
  }

  it('data of another major version', async () => {
    const dataDir = await stopped();
    writeFileSync(join(dataDir, 'PG_VERSION'), '15\n');
    await expect(start(dataDir)).rejects.toThrow(/is of PostgreSQL 15.*pg_dump.*DATABASE_URL/);
  });

  it('a folder with other files in it', async () => {
    const dataDir = newDataDir();
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'notes.txt'), 'mine');
    await expect(start(dataDir)).rejects.toThrow(/holds files, but no PostgreSQL data/);
  });

  it('a lost password, without leaving a server behind', async () => {
    const dataDir = await stopped();
    writeFileSync(`${dataDir}.password`, 'another\n');
    await expect(start(dataDir)).rejects.toThrow(/refuses the password in .*postgres\.password/);
    expect(readdirSync(dataDir)).not.toContain('postmaster.pid');
  });

  it('a damaged data directory, with the words of PostgreSQL', async () => {
    const dataDir = await stopped();
    rmSync(join(dataDir, 'global'), { recursive: true });
    await expect(start(dataDir)).rejects.toThrow(/ended with status .*\n[^]*pg_control[^]*DATABASE_URL/);
  });
});
