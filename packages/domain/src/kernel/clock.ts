/** The only source of time. Rules take an instant as an argument; everything else asks the injected clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Where a movable clock stands: an offset from real time, or an instant at which it stands still. */
export interface ClockSetting {
  offsetMs: number;
  frozenAt: Date | null;
}

export const realTime: ClockSetting = { offsetMs: 0, frozenAt: null };

/** A clock that can be set, moved and stopped: for the sandbox and for tests. */
export class MovableClock implements Clock {
  constructor(
    private readonly base: Clock = systemClock,
    private current: ClockSetting = realTime,
  ) {}

  now(): Date {
    return this.current.frozenAt
      ? new Date(this.current.frozenAt)
      : new Date(this.base.now().getTime() + this.current.offsetMs);
  }

  get setting(): ClockSetting {
    return this.current;
  }

  /** Adopts a setting, for example one that another process stored. */
  adopt(setting: ClockSetting): void {
    this.current = setting;
  }

  /** Moves the clock to an instant, backwards too; it keeps running, or stays stopped. */
  set(instant: Date): void {
    this.current = this.current.frozenAt
      ? { ...this.current, frozenAt: new Date(instant) }
      : { offsetMs: instant.getTime() - this.base.now().getTime(), frozenAt: null };
  }

  freeze(): void {
    this.current = { ...this.current, frozenAt: this.now() };
  }

  unfreeze(): void {
    this.current = { offsetMs: this.now().getTime() - this.base.now().getTime(), frozenAt: null };
  }

  reset(): void {
    this.current = realTime;
  }
}
