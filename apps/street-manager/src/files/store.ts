import { constants } from 'node:fs';
import { lstat, mkdir, open, opendir, rename, rm, utimes } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** There is no room left for the bytes of a file. */
export class StoreFull extends Error {
  readonly code = 'store_full';
}

/** What a name in the store may be: a UUID, so that no name ever leads out of the folder. */
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UNFINISHED = '.part';

/** The bytes of files in one folder, each under a random name that says nothing of it. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /**
   * Stores bytes durably under a new name: once this is done they are all there, and never in part. `at` is the age that
   * `namesOlderThan` goes by. Throws StoreFull where there is no room.
   */
  async write(name: string, bytes: Buffer, at: Date): Promise<void> {
    const path = this.pathOf(name);
    await mkdir(this.folder, { recursive: true });
    try {
      await writeDurably(path + UNFINISHED, bytes);
      await utimes(path + UNFINISHED, at, at);
      await rename(path + UNFINISHED, path);
      await syncFolder(this.folder);
    } catch (error) {
      await rm(path + UNFINISHED, { force: true });
      throw isNoRoom(error) ? new StoreFull('there is no room for the file', { cause: error }) : error;
    }
  }

  /** The bytes, or undefined where they are gone. Whoever takes the stream has to read or destroy it. */
  async read(name: string): Promise<Readable | undefined> {
    try {
      // A link that somebody put in place of a file is not followed.
      const handle = await open(this.pathOf(name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      return handle.createReadStream();
    } catch (error) {
      if (['ENOENT', 'ELOOP'].includes(codeOf(error))) return undefined;
      throw error;
    }
  }

  /** Removes the bytes; those that are gone already are no matter. */
  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.pathOf(name), { force: true });
  }

  /** The names, in batches, of what was stored before that instant, unfinished files among them. */
  async *namesOlderThan(instant: Date, size: number): AsyncGenerator<string[]> {
    let batch: string[] = [];
    for await (const name of this.names()) {
      const found = await lstat(join(this.folder, name)).catch(() => undefined);
      if (!found || found.mtime >= instant) continue;
      batch.push(name);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  private async *names(): AsyncGenerator<string> {
    const entries = await opendir(this.folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (!entries) return;
    for await (const { name } of entries) if (NAME.test(withoutSuffix(name))) yield name;
  }

  private pathOf(name: string): string {
    if (!NAME.test(withoutSuffix(name))) throw new Error('not a name of the store');
    return join(this.folder, name);
  }
}

/** The name of the file that an entry of the folder is or was to become. */
export const withoutSuffix = (name: string): string =>
  name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : name;

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  await closing(handle, async () => {
    await handle.writeFile(bytes);
    await handle.sync();
  });
}

/** Makes a renaming durable. Windows cannot open folders, and needs it not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  if (handle) await closing(handle, () => handle.sync().catch(() => undefined));
}

async function closing(handle: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await handle.close();
  }
}

const isNoRoom = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error));
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
