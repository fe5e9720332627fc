const DAY = 24 * 3_600_000;

/** Does something once a day by the service's clock, which a sandbox may move back, too. */
export class Daily {
  private last: Date | undefined;

  constructor(private readonly work: (now: Date) => Promise<unknown>) {}

  /** Does the work when a day has passed since this process did it. */
  async runDue(now: Date): Promise<void> {
    const elapsed = this.last ? now.getTime() - this.last.getTime() : DAY;
    if (elapsed >= 0 && elapsed < DAY) return;
    await this.work(now);
    this.last = now;
  }
}
