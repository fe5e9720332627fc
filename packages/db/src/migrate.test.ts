import { testDatabase } from '@switchyard/testing';
import { migrate, type Migration } from './migrate';
import { prepared } from './statement';

const { database, url } = testDatabase({ schema: 'other', migrations: [] });

const migration = (name: string, statement: string): Migration => ({ name, up: (schema) => schema.raw(statement) });
const first = migration('0001-first', 'create table trace (step text, at int generated always as identity)');
const step = (name: string): Migration => migration(name, `insert into trace (step) values ('${name}')`);
const steps = async (schema: string): Promise<unknown[]> => {
  const rows = await database()
    .reader()
    .rows<{ step: string }>(prepared('', `select step from ${schema}.trace order by at`));
  return rows.map((row) => row.step);
};

describe('migrate', () => {
  it('goes forward by name, whatever the order of the list, and only once', async () => {
    await migrate(url(), 'ordered', [step('0003-c'), first, step('0002-b')]);
    await migrate(url(), 'ordered', [first, step('0002-b'), step('0003-c'), step('0004-d')]);
    expect(await steps('ordered')).toEqual(['0002-b', '0003-c', '0004-d']);
  });

  it('runs once when processes start together', async () => {
    const slow = migration('0002-slow', "select pg_sleep(0.05); insert into trace (step) values ('slow')");
    await Promise.all([1, 2, 3, 4].map(() => migrate(url(), 'together', [first, slow])));
    expect(await steps('together')).toEqual(['slow']);
  });

  it('keeps nothing of a migration that fails, and gives the turn back', async () => {
    const broken = migration('0002-b', "insert into trace (step) values ('half'); select 1 / 0");
    await expect(migrate(url(), 'failing', [first, broken])).rejects.toThrow('division by zero');
    await migrate(url(), 'failing', [first, step('0002-b')]);
    expect(await steps('failing')).toEqual(['0002-b']);
  });

  it('refuses a database that a newer release has migrated', async () => {
    await migrate(url(), 'newer', [first, step('0002-b')]);
    await expect(migrate(url(), 'newer', [first])).rejects.toThrow('0002-b');
  });

  it('keeps the schemas of services apart', async () => {
    await migrate(url(), 'one_service', [first, step('0002-b')]);
    await migrate(url(), 'other_service', [first, step('0002-c')]);
    expect(await steps('one_service')).toEqual(['0002-b']);
    expect(await steps('other_service')).toEqual(['0002-c']);
  });
});
