import { MovableClock } from '@switchyard/domain';
import type { ClockSetting } from '@switchyard/domain';
import { call } from '@switchyard/testing';
import { fabricated } from './testing/fabricated';

const real = new Date('2026-11-20T10:00:00.000Z');
/** How far real time goes from one look at it to the next. */
let paceMs = 0;
let elapsedMs = 0;
const clock = new MovableClock({ now: () => new Date(real.getTime() + (elapsedMs += paceMs)) });
const done: string[] = [];
const stored: ClockSetting[] = [];
const sandbox = {
  clock,
  realClock: { now: () => new Date(real) },
  timeZone: 'Europe/London' as const,
  storeClock: (setting: ClockSetting) => {
    stored.push(setting);
    return Promise.resolve(void done.push('stored'));
  },
  dueWork: () => Promise.resolve(void done.push('due work')),
  reset: () => Promise.resolve(void done.push('reset')),
  outbox: () => Promise.resolve([{ id: 'an event' }] as never),
};
const api = fabricated({ sandbox });
const closed = fabricated();

const put = (body: unknown) => call(`${api.url()}/sandbox/clock`, 'PUT', { body });
const show = async (): Promise<unknown> => (await call(`${api.url()}/sandbox/clock`, 'GET')).body;

beforeEach(() => {
  paceMs = elapsedMs = 0;
  clock.reset();
  done.length = 0;
});

describe('the sandbox clock', () => {
  it('tells the real time until it is moved', async () => {
    expect(await show()).toEqual({ now: '2026-11-20T10:00:00.000Z', frozen: false });
  });

  it.each([
    ['set', { now: '2030-01-01T00:00:00Z' }, '2030-01-01T00:00:00.000Z', false],
    ['set back', { now: '1999-12-31T23:59:59.999Z' }, '1999-12-31T23:59:59.999Z', false],
    ['set with an offset', { now: '2026-11-20T12:00:00+02:00' }, '2026-11-20T10:00:00.000Z', false],
    ['moved on', { advance: 'P3DT4H' }, '2026-11-23T14:00:00.000Z', false],
    [
      'moved on by the calendar, over the change of the clocks',
      { now: '2026-03-28T12:00:00Z', advance: 'P1D' },
      '2026-03-29T11:00:00.000Z',
      false,
    ],
    ['set to a day', { now: '2027-01-01' }, '2027-01-01T00:00:00.000Z', false],
    ['stopped', { frozen: true }, '2026-11-20T10:00:00.000Z', true],
    ['set and stopped', { now: '2030-01-01T00:00:00Z', frozen: true }, '2030-01-01T00:00:00.000Z', true],
    ['reset and moved', { reset: true, advance: 'PT1S' }, '2026-11-20T10:00:01.000Z', false],
    ['left alone', {}, '2026-11-20T10:00:00.000Z', false],
  ])('can be %s, and answers once that is stored and what fell due is done', async (_, body, now, frozen) => {
    const reply = await put(body);
    expect(reply).toMatchObject({ status: 200, body: { now, frozen } });
    expect(done).toEqual(['stored', 'due work']);
    expect(stored.at(-1)).toEqual(clock.setting);
    expect(await show()).toEqual({ now, frozen });
  });

  it('stands exactly where it is set and stopped, however real time goes on meanwhile', async () => {
    paceMs = 7;
    await put({ now: '2030-01-01T00:00:00Z', frozen: true });
    expect(await show()).toEqual({ now: '2030-01-01T00:00:00.000Z', frozen: true });
  });

  it('goes back to real time', async () => {
    await put({ now: '2030-01-01T00:00:00Z', frozen: true });
    await put({ reset: true });
    expect(await show()).toEqual({ now: '2026-11-20T10:00:00.000Z', frozen: false });
  });

  it.each([
    [{ now: 'tomorrow' }, 'now'],
    [{ now: 1 }, 'now'],
    [{ now: null }, 'now'],
    [{ now: '2026-02-30T00:00:00Z' }, 'now'],
    [{ now: '2026-11-20T25:00:00Z' }, 'now'],
    [{ now: '2026-11-20T10:00:00' }, 'now'],
    [{ now: '+200000-01-01T00:00:00Z' }, 'now'],
    [{ advance: '3 days' }, 'advance'],
    [{ advance: 'P' }, 'advance'],
    [{ advance: 5 }, 'advance'],
    [{ advance: 'P999999Y' }, 'advance'],
    [{ advance: 'P8000Y' }, 'advance'],
    [{ now: '9999-12-31T23:00:00Z', advance: 'PT2H' }, 'advance'],
    [{ frozen: 'yes' }, 'frozen'],
    [{ reset: false }, 'reset'],
    [{ time: '2030-01-01T00:00:00Z' }, 'time'],
    [[], 'body'],
    ['null', 'body'],
    ['"text"', 'body'],
  ])('refuses %j and stays where it is', async (body, field) => {
    const reply = await put(body);
    expect(reply).toMatchObject({ status: 400, body: { error: { field } } });
    expect(done).toEqual([]);
    expect(await show()).toEqual({ now: '2026-11-20T10:00:00.000Z', frozen: false });
  });

  it.each(['', '{', '{"now":'])('refuses a body that is no JSON: %j', async (body) => {
    expect((await put(body)).status).toBe(400);
    expect(done).toEqual([]);
  });
});

describe('the other controls', () => {
  it('reset the data, and show what was sent', async () => {
    expect((await call(`${api.url()}/sandbox/reset`, 'POST')).status).toBe(204);
    expect(done).toEqual(['reset']);
    expect((await call(`${api.url()}/sandbox/outbox`, 'GET')).body).toEqual([{ id: 'an event' }]);
  });

  it.each([
    ['GET', '/sandbox/clock'],
    ['PUT', '/sandbox/clock'],
    ['POST', '/sandbox/reset'],
    ['GET', '/sandbox/outbox'],
  ])('do not exist outside a sandbox: %s %s', async (method, path) => {
    expect((await call(`${closed.url()}${path}`, method)).status).toBe(404);
  });
});
