import { randomUUID } from 'node:crypto';
import { testDatabase } from '@switchyard/testing';
import { loadClock, storeClock } from './clock-store';
import type { OutgoingEvent } from './outbox';
import { appendOutgoing, latestOutgoing } from './outbox';
import { prepared } from './statement';
import { scratch } from './testing/scratch';

const { database } = testDatabase(scratch);

describe('the stored clock', () => {
  it('is unknown until it is moved, and then the last setting', async () => {
    const db = database().reader();
    expect(await loadClock(db)).toBeUndefined();
    await storeClock(db, { offsetMs: -90 * 365 * 86_400_000, frozenAt: null });
    expect(await loadClock(db)).toEqual({ offsetMs: -90 * 365 * 86_400_000, frozenAt: null });
    const frozenAt = new Date('1999-12-31T23:59:59.999Z');
    await storeClock(db, { offsetMs: 0, frozenAt });
    expect(await loadClock(db)).toEqual({ offsetMs: 0, frozenAt });
  });
});

describe('the outbox', () => {
  const event = (eventType: string): OutgoingEvent => ({
    id: randomUUID(),
    aggregateType: 'moves',
    aggregateId: randomUUID(),
    eventType,
    payload: { text: 'é "quoted" \\', list: [1, null, { deep: true }] },
    occurredAt: new Date('2026-11-20T10:00:00.123Z'),
  });

  it('keeps what was appended, the newest first, as it was', async () => {
    const [one, two] = [event('create_move'), event('update_move')];
    await database().transaction(async (tx) => {
      appendOutgoing(tx, one);
      appendOutgoing(tx, two);
      await Promise.resolve();
    });
    const db = database().reader();
    expect(await latestOutgoing(db, 10)).toEqual([
      { ...two, state: 'waiting' },
      { ...one, state: 'waiting' },
    ]);
    expect(await latestOutgoing(db, 1)).toEqual([{ ...two, state: 'waiting' }]);
    await db.rows(prepared('fan-out', 'update outbox_event set fanned_out_at = now() where id = $1'), [one.id]);
    expect((await latestOutgoing(db, 10)).map(({ state }) => state)).toEqual(['waiting', 'sent']);
  });

  it('forgets what a failed transaction appended', async () => {
    const before = await latestOutgoing(database().reader(), 100);
    const work = database().transaction((tx) => {
      appendOutgoing(tx, event('never'));
      return Promise.reject(new Error('boom'));
    });
    await expect(work).rejects.toThrow('boom');
    expect(await latestOutgoing(database().reader(), 100)).toEqual(before);
  });
});
