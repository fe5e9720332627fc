import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach } from './reach';
import { findNative, majorOf } from './native';
import { prepareNative } from './prepare';
import { runProgram } from './program';
import { isUsable } from './usable';

const base = mkdtempSync(join(tmpdir(), 'switchyard-native-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('findNative', () => {
  it('finds the installed programs and their version', () => {
    const source = findNative();
    expect(majorOf(source)).toBeGreaterThanOrEqual(15);
    expect(spawnSync(join(source.dir, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout).toContain(
      `PostgreSQL) ${majorOf(source)}`,
    );
  });

  it.each(['sunos-x64', 'win32-x64', 'linux-riscv64'])(
    'names DATABASE_URL where nothing is published: %s',
    (target) => {
      expect(() => findNative(target)).toThrow(new RegExp(`no embedded PostgreSQL for ${target}.*DATABASE_URL`));
    },
  );

  it('says how to install a package that was left out', () => {
    const absent = () => {
      throw new Error('Cannot find module');
    };
    expect(() => findNative('linux-x64', absent)).toThrow(/linux-x64 is not installed.*npm ci.*DATABASE_URL/);
  });
});

describe('prepareNative', () => {
  it('makes the links between libraries and the execute permission that an installer left out', () => {
    const source = { dir: join(base, 'native'), version: '0' };
    cpSync(findNative().dir, source.dir, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(join(source.dir, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) rmSync(join(base, target));
    chmodSync(join(source.dir, 'bin', 'postgres'), 0o644);
    expect(isUsable(source.dir, undefined)).toBe(false);

    expect(prepareNative(source, undefined, () => undefined)).toBe(source.dir);

    expect(spawnSync(join(source.dir, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })).toMatchObject({
      status: 0,
    });
  });
});

describe('prepareNative, when the account cannot reach the programs', () => {
  const stranger = { uid: 54321, gid: 54321 };
  const closed = join(base, 'closed');
  const source = { dir: join(closed, 'native'), version: '1.2.3' };
  const said: string[] = [];
  const prepare = () =>
    prepareNative(
      source,
      stranger,
      (message) => said.push(message),
      () => base,
    );

  it('copies them once per version to a folder that it can, and says so', () => {
    chmodSync(base, 0o755);
    cpSync(findNative().dir, source.dir, { recursive: true, verbatimSymlinks: true });
    chmodSync(closed, 0o700);

    expect([prepare(), prepare()]).toEqual(Array(2).fill(join(base, 'native-1.2.3')));

    expect(isUsable(join(base, 'native-1.2.3'), stranger)).toBe(true);
    expect(said).toEqual([expect.stringContaining('copying them')]);
  });

  it('names DATABASE_URL when there is no such folder', () => {
    expect(() =>
      prepareNative(
        source,
        stranger,
        () => undefined,
        () => join(closed, 'nowhere'),
      ),
    ).toThrow(/DATABASE_URL/);
  });
});

describe('runProgram', () => {
  it('explains a program whose loader is not there, as on musl', async () => {
    const native = join(base, 'foreign');
    mkdirSync(join(native, 'bin'), { recursive: true });
    writeFileSync(join(native, 'bin', 'postgres'), '#!/lib/no-such-loader.so\n', { mode: 0o755 });
    const output = openSync(join(base, 'output'), 'a');

    const { ended } = runProgram({ native, account: undefined }, 'postgres', [], output);

    await expect(ended).rejects.toThrow(/no glibc.*DATABASE_URL/);
  });
});

describe('canReach', () => {
  const stranger = { uid: 54321, gid: 54321 };
  it.each([
    ['every level is open', 0o755, 0o755, true],
    ['the folder itself is closed', 0o755, 0o700, false],
    ['a folder above it is closed', 0o700, 0o755, false],
    ['a folder above it may be entered but not listed', 0o711, 0o755, true],
  ])('when %s', (_, above, below, expected) => {
    const parent = mkdtempSync(join(base, 'reach-'));
    const child = join(parent, 'child');
    mkdirSync(child);
    chmodSync(base, 0o755);
    chmodSync(child, below);
    chmodSync(parent, above);
    expect(canReach(child, stranger)).toBe(expected);
  });

  it('is no question for ourselves', () => {
    expect(canReach('/no/such/folder', undefined)).toBe(true);
  });
});
