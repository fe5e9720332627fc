import { MovableClock, systemClock, type Clock } from './clock';

const noon = new Date('2026-11-20T12:00:00.000Z');
const christmas = new Date('2026-12-25T09:00:00.000Z');

/** A base clock that the test moves by hand. */
function baseAt(start: Date): Clock & { pass(ms: number): void } {
  let current = start.getTime();
  return { now: () => new Date(current), pass: (ms) => void (current += ms) };
}

describe('the system clock', () => {
  it('tells the real time', () => {
    const before = Date.now();
    const told = systemClock.now().getTime();
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
  });
});

describe('a movable clock', () => {
  it('follows its base until it is moved', () => {
    const base = baseAt(noon);
    const clock = new MovableClock(base);
    base.pass(1_000);
    expect(clock.now()).toEqual(new Date('2026-11-20T12:00:01.000Z'));
  });

  it.each([
    ['forwards', christmas],
    ['backwards', new Date('2019-02-28T23:59:59.000Z')],
  ])('can be set %s and keeps running', (_, target) => {
    const base = baseAt(noon);
    const clock = new MovableClock(base);
    clock.set(target);
    base.pass(500);
    expect(clock.now().getTime()).toBe(target.getTime() + 500);
  });

  it('stands still when frozen, also after it is set', () => {
    const base = baseAt(noon);
    const clock = new MovableClock(base);
    clock.freeze();
    base.pass(60_000);
    expect(clock.now()).toEqual(noon);
    clock.set(christmas);
    base.pass(60_000);
    expect(clock.now()).toEqual(christmas);
  });

  it('goes on from where it stood when unfrozen', () => {
    const base = baseAt(noon);
    const clock = new MovableClock(base);
    clock.freeze();
    base.pass(60_000);
    clock.unfreeze();
    base.pass(1_000);
    expect(clock.now().getTime()).toBe(noon.getTime() + 1_000);
  });

  it('goes back to its base when reset', () => {
    const clock = new MovableClock(baseAt(noon));
    clock.set(christmas);
    clock.freeze();
    clock.reset();
    expect(clock.now()).toEqual(noon);
  });

  it('adopts the setting of another clock', () => {
    const base = baseAt(noon);
    const one = new MovableClock(base);
    const other = new MovableClock(base);
    one.set(christmas);
    other.adopt(one.setting);
    expect(other.now()).toEqual(christmas);
  });

  it('hands out instants that the caller may change', () => {
    const clock = new MovableClock(baseAt(noon));
    clock.freeze();
    clock.now().setFullYear(1999);
    expect(clock.now()).toEqual(noon);
  });
});
