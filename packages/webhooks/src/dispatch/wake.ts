/** Wakes one sleeper; a call while nobody sleeps makes the next sleep end at once, so that none is lost. */
export class Wake {
  private called = false;
  private rouse: (() => void) | undefined;

  call(): void {
    this.called = true;
    this.rouse?.();
  }

  /** Resolves when called, at the latest after `ms`. */
  async sleep(ms: number): Promise<void> {
    if (!this.called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.rouse = undefined;
    }
    this.called = false;
  }
}
