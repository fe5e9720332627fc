import { testDatabase } from '@switchyard/testing';
import type { Database } from './database';
import { DatabaseUnavailable, UniqueViolation, ValueRefused } from './sql-errors';
import { prepared } from './statement';
import { scratch } from './testing/scratch';

const insert = prepared('insert-item', 'insert into item (id, name) values ($1, $2)');
const names = prepared<{ name: string }>('item-names', 'select name from item order by id');
const insertPart = prepared('insert-part', 'insert into part (id, item_id) values ($1, $2)');
const backend = prepared<{ pid: number }>('backend', 'select pg_backend_pid() as pid');
const kill = prepared('kill', 'select pg_terminate_backend($1, 5000)');

const { database } = testDatabase(scratch);
const stored = async (db: Database): Promise<string[]> => (await db.reader().rows(names)).map(({ name }) => name);

beforeEach(() => database().reader().rows(prepared('clear', 'truncate item, part')));

describe('a transaction', () => {
  it('shows a write that nobody waited for to every later read', async () => {
    const seen = await database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      tx.send(insert, [2, 'two']);
      return tx.rows(names);
    });
    expect(seen).toEqual([{ name: 'one' }, { name: 'two' }]);
    expect(await stored(database())).toEqual(['one', 'two']);
  });

  it('keeps nothing when the work throws, and gives the error on', async () => {
    const boom = new Error('boom');
    const work = database().transaction((tx) => {
      tx.send(insert, [1, 'one']);
      return Promise.reject(boom);
    });
    await expect(work).rejects.toBe(boom);
    expect(await stored(database())).toEqual([]);
  });

  it.each([
    ['a taken key', [1, 'again'], UniqueViolation],
    ['a refused value', [2, ''], ValueRefused],
    ['a value that is too large', [99_999_999_999, 'huge'], ValueRefused],
  ])('names the write that failed at the commit, not what came after: %s', async (_, values, expected) => {
    const work = database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      tx.send(insert, values);
      tx.send(insert, [3, 'three']);
      await Promise.resolve();
    });
    await expect(work).rejects.toBeInstanceOf(expected);
    expect(await stored(database())).toEqual([]);
  });

  it('names the write that failed at the next read too', async () => {
    const work = database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      tx.send(insert, [1, 'again']);
      return tx.rows(names);
    });
    await expect(work).rejects.toMatchObject({ constraint: 'item_pkey' });
  });

  it('fails when a failed read was swallowed: a commit that rolled back never looks like a success', async () => {
    const work = database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      await tx.rows(prepared('nonsense', 'select 1 / 0')).catch(() => undefined);
    });
    await expect(work).rejects.toThrow();
    expect(await stored(database())).toEqual([]);
  });

  it('names a failed read that was swallowed, not the writes after it', async () => {
    const work = database().transaction(async (tx) => {
      await tx.rows(prepared('nonsense', 'select 1 / 0')).catch(() => undefined);
      tx.send(insert, [1, 'one']);
    });
    await expect(work).rejects.toBeInstanceOf(ValueRefused);
  });

  it('keeps nothing when the driver refuses to send a write, which the server then never sees', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const work = database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      tx.send(prepared('insert-circular', 'insert into item (id, name) values (2, $1)'), [circular]);
      await Promise.resolve();
    });
    await expect(work).rejects.toThrow('circular');
    expect(await stored(database())).toEqual([]);
  });

  it('keeps nothing when two statements share a name, the last of them a write that nobody waits for', async () => {
    const work = database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      tx.send(prepared('insert-item', 'insert into item (id, name, amount) values ($1, $2, 0)'), [2, 'two']);
      await Promise.resolve();
    });
    await expect(work).rejects.toThrow('must be unique');
    expect(await stored(database())).toEqual([]);
  });

  it('fails when the commit itself finds a broken reference', async () => {
    const work = database().transaction(async (tx) => {
      await tx.rows(insertPart, [1, 404]);
    });
    await expect(work).rejects.toMatchObject({ code: '23503' });
    expect(await database().reader().rows(prepared('parts', 'select * from part'))).toEqual([]);
  });

  it('leaves a usable connection behind, whatever happened on it', async () => {
    const broken = Array.from({ length: 12 }, (_, index) =>
      database().transaction(async (tx) => {
        tx.send(insert, [1, '']);
        if (index % 2) throw new Error('boom');
        await tx.rows(names);
      }),
    );
    expect((await Promise.allSettled(broken)).map(({ status }) => status)).toEqual(broken.map(() => 'rejected'));
    const sound = Array.from({ length: 12 }, (_, id) =>
      database().transaction(async (tx) => {
        await tx.rows(insert, [id, `item ${id}`]);
      }),
    );
    await Promise.all(sound);
    expect(await stored(database())).toHaveLength(12);
    expect(database().total).toBeLessThanOrEqual(4);
  });
});

describe('afterCommit', () => {
  it('runs once the write can be read by others', async () => {
    let seen: Promise<string[]> | undefined;
    await database().transaction(async (tx) => {
      tx.afterCommit(() => {
        seen = stored(database());
      });
      await tx.rows(insert, [1, 'one']);
      expect(seen).toBeUndefined();
    });
    expect(await seen).toEqual(['one']);
  });

  it.each([
    ['the work throws', () => Promise.reject(new Error('boom'))],
    ['a write fails', async () => undefined],
  ])('does not run when %s', async (_, work) => {
    const action = jest.fn();
    const failed = database().transaction(async (tx) => {
      tx.afterCommit(action);
      tx.send(insert, [1, '']);
      await work();
    });
    await expect(failed).rejects.toThrow();
    expect(action).not.toHaveBeenCalled();
  });
});

describe('a connection that is killed', () => {
  const killFromAside = async (pid: number | undefined) => database().reader().rows(kill, [pid]);

  it('in the middle of a transaction leaves nothing, says so, and is replaced', async () => {
    const work = database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      const me = await tx.first(backend);
      await killFromAside(me?.pid);
      await tx.rows(names);
    });
    await expect(work).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await stored(database())).toEqual([]);
    await database().transaction((tx) => tx.rows(insert, [2, 'two']));
    expect(await stored(database())).toEqual(['two']);
  });

  it('just before the commit is no success', async () => {
    const work = database().transaction(async (tx) => {
      await tx.rows(insert, [1, 'one']);
      await killFromAside((await tx.first(backend))?.pid);
    });
    await expect(work).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await stored(database())).toEqual([]);
  });

  it('while it waits for a lock says so, at once', async () => {
    let pid: number | undefined;
    await database().transaction((tx) => tx.rows(insert, [1, 'one']));
    await database().transaction(async (holder) => {
      await holder.rows(prepared('lock', 'select * from item where id = 1 for update'));
      const waiting = database().transaction(async (tx) => {
        pid = (await tx.first(backend))?.pid;
        await tx.rows(prepared('lock', 'select * from item where id = 1 for update'));
      });
      waiting.catch(() => undefined);
      await until(async () => {
        const found = await holder.rows(prepared('blocked', 'select from pg_locks where pid = $1 and not granted'), [
          pid ?? 0,
        ]);
        return found.length > 0;
      });
      await holder.rows(kill, [pid]);
      await expect(waiting).rejects.toBeInstanceOf(DatabaseUnavailable);
    });
    await expect(stored(database())).resolves.toEqual(['one']);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}
