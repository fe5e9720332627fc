import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FileStore } from './store';

let folder: string;
let store: FileStore;
const now = new Date('2026-11-20T10:00:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'switchyard-store-'));
  store = new FileStore(join(folder, 'files'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the store of files', () => {
  it('gives back what it was given, and has nothing else', async () => {
    const name = randomUUID();
    await store.write(name, Buffer.from('bytes'), now);
    expect(await buffer((await store.read(name))!)).toEqual(Buffer.from('bytes'));
    expect(await readdir(join(folder, 'files'))).toEqual([name]);
    expect(await store.read(randomUUID())).toBeUndefined();
  });

  it.each(['../outside', '/etc/passwd', 'a/b', '.', '', `${randomUUID()}/..`, `${randomUUID()}\0`])(
    'knows no name such as %j',
    async (name) => {
      await expect(store.write(name, Buffer.from('x'), now)).rejects.toThrow('not a name of the store');
      await expect(store.read(name)).rejects.toThrow('not a name of the store');
      await expect(store.remove([name])).rejects.toThrow('not a name of the store');
    },
  );

  it('does not follow a link that somebody put there', async () => {
    const [secret, name] = [join(folder, 'secret'), randomUUID()];
    await writeFile(secret, 'secret');
    await store.write(randomUUID(), Buffer.from('x'), now);
    await symlink(secret, join(folder, 'files', name));
    expect(await store.read(name)).toBeUndefined();
  });

  it('forgets what it has removed, and is not troubled by what is gone', async () => {
    const name = randomUUID();
    await store.write(name, Buffer.from('x'), now);
    await store.remove([name, randomUUID()]);
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  it('names what is older than an instant, in batches, what was never finished among it', async () => {
    const names = Array.from({ length: 5 }, () => randomUUID());
    for (const [index, name] of names.entries())
      await store.write(name, Buffer.from('x'), new Date(now.getTime() + index));
    const unfinished = `${randomUUID()}.part`;
    await writeFile(join(folder, 'files', unfinished), 'x');
    await utimes(join(folder, 'files', unfinished), new Date(0), new Date(0));
    await writeFile(join(folder, 'files', 'README'), 'of somebody else');
    const batches: string[][] = [];
    for await (const batch of store.namesOlderThan(new Date(now.getTime() + 3), 2)) batches.push(batch);
    expect(batches.map(({ length }) => length)).toEqual([2, 2]);
    expect(new Set(batches.flat())).toEqual(new Set([...names.slice(0, 3), unfinished]));
  });

  it('has nothing to name before anything was stored', async () => {
    const batches: string[][] = [];
    for await (const batch of store.namesOlderThan(now, 2)) batches.push(batch);
    expect(batches).toEqual([]);
  });
});
