import { monitorEventLoopDelay } from 'node:perf_hooks';

const SAMPLE_MS = 500;
const TOO_SLOW_MS = 300;

/**
 * Turns a growing share of requests away while the process cannot keep up, so that the rest are answered in time. It
 * looks at how late the event loop runs: three slow samples in a row start it, one good one eases it.
 */
export class LoadShedding {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly timer: NodeJS.Timeout;
  private slowSamples = 0;

  constructor() {
    this.delay.enable();
    this.timer = setInterval(() => this.sample(this.delay.percentile(99) / 1e6), SAMPLE_MS).unref();
  }

  /** Takes one measurement of the loop's delay, in milliseconds. */
  sample(delayMs: number): void {
    this.delay.reset();
    this.slowSamples = delayMs > TOO_SLOW_MS ? Math.min(this.slowSamples + 1, 12) : Math.max(0, this.slowSamples - 3);
  }

  /** The share of requests to turn away, 0 to 0.9. */
  get share(): number {
    return this.slowSamples < 3 ? 0 : Math.min(0.9, (this.slowSamples - 2) / 10);
  }

  stop(): void {
    clearInterval(this.timer);
    this.delay.disable();
  }
}
