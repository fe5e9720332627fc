import { randomUUID } from 'node:crypto';
import { testDatabase } from '@switchyard/testing';
import type { AuditEntry } from './audit';
import { AuditBatch, auditWrite } from './audit';
import type { Connection } from './connection';
import { prepared } from './statement';
import { scratch } from './testing/scratch';

const { database } = testDatabase(scratch);
const stored = prepared<{ path: string }>('audit-paths', 'select path from audit_log order by id');
const paths = async (): Promise<string[]> => (await database().reader().rows(stored)).map(({ path }) => path);

const entry = (path: string, facts: Partial<AuditEntry> = {}): AuditEntry => ({
  at: new Date('2026-11-20T10:00:00.123Z'),
  requestId: randomUUID(),
  principal: 'pmu-demo',
  onBehalfOf: null,
  ip: '127.0.0.1',
  method: 'GET',
  route: '/moves',
  path,
  status: 200,
  idempotencyKey: null,
  replayed: false,
  ...facts,
});

const batch = (db: Connection = database().reader(), delayMs = 60_000) => {
  const failed: { error: unknown; entries: readonly AuditEntry[] }[] = [];
  return { failed, audit: new AuditBatch(db, (error, entries) => failed.push({ error, entries }), delayMs) };
};

beforeEach(() => database().reader().rows(prepared('clear-audit', 'truncate audit_log')));

describe('an audit batch', () => {
  it('stores every member of an entry', async () => {
    const { audit } = batch();
    const full = entry('/api/moves', { onBehalfOf: 'SAM', status: 422, idempotencyKey: 'key', replayed: true });
    void audit.add(full);
    await audit.flush();
    const [row] = await database().reader().rows(prepared('audit-row', 'select * from audit_log'));
    expect(row).toEqual({
      id: expect.any(Number),
      at: full.at,
      request_id: full.requestId,
      principal: 'pmu-demo',
      on_behalf_of: 'SAM',
      ip: '127.0.0.1',
      method: 'GET',
      route: '/moves',
      path: '/api/moves',
      status: 422,
      idempotency_key: 'key',
      replayed: true,
    });
  });

  it('keeps the order in which requests ended, also over several flushes', async () => {
    const { audit } = batch();
    const names = Array.from({ length: 30 }, (_, index) => `/${index}`);
    for (const [index, name] of names.entries()) {
      void audit.add(entry(name));
      if (index % 7 === 0) void audit.flush();
    }
    await audit.flush();
    expect(await paths()).toEqual(names);
  });

  it('writes by itself after a while', async () => {
    let written: (rows: unknown[]) => void = () => undefined;
    const writing = new Promise((resolve) => (written = resolve));
    const db = { rows: (_: unknown, values: unknown[]) => Promise.resolve(written(values)) } as unknown as Connection;
    expect(batch(db, 5).audit.add(entry('/later'))).toBeUndefined();
    expect(JSON.parse(String(await writing))).toEqual([expect.objectContaining({ path: '/later' })]);
  });

  it('writes a hundred at once, and makes nobody wait for it', async () => {
    const sizes: number[] = [];
    const db = {
      rows: (_: unknown, [entries]: string[]) =>
        Promise.resolve(sizes.push((JSON.parse(entries!) as unknown[]).length)),
    } as unknown as Connection;
    const { audit } = batch(db);
    for (let n = 0; n < 250; n += 1) expect(audit.add(entry(`/${n}`))).toBeUndefined();
    await audit.flush();
    expect(sizes).toEqual([100, 100, 50]);
  });

  it('makes the thousandth wait until all are stored', async () => {
    const { audit } = batch();
    const answers = Array.from({ length: 1_000 }, (_, index) => audit.add(entry(`/${index}`)));
    expect(answers.findIndex((answer) => answer !== undefined)).toBe(999);
    await answers[999];
    expect(await paths()).toHaveLength(1_000);
  });

  it('tells what could not be stored, and goes on', async () => {
    const { audit, failed } = batch();
    const bad = entry('/bad', { status: 99_999 });
    void audit.add(bad);
    await audit.flush();
    void audit.add(entry('/good'));
    await audit.flush();
    expect(failed).toEqual([{ error: expect.any(Error), entries: [bad] }]);
    expect(await paths()).toEqual(['/good']);
  });

  it('has nothing to write when nothing waits', async () => {
    const rows = jest.fn();
    await batch({ rows } as unknown as Connection).audit.flush();
    expect(rows).not.toHaveBeenCalled();
  });
});

describe('the audit of a write', () => {
  it('is kept with the write', async () => {
    await database().transaction(async (tx) => {
      auditWrite(tx, entry('/kept'));
      await Promise.resolve();
    });
    expect(await paths()).toEqual(['/kept']);
  });

  it('goes with it when it fails', async () => {
    const work = database().transaction((tx) => {
      auditWrite(tx, entry('/gone'));
      return Promise.reject(new Error('boom'));
    });
    await expect(work).rejects.toThrow('boom');
    expect(await paths()).toEqual([]);
  });
});
