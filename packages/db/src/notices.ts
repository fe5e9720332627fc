import { Client } from 'pg';

/** Hears what other processes of the same service announce: a moved clock, changed reference data. */
export class Notices {
  private client: Client | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    /** Called with each topic, and with `reconnected` after a gap in which something may have been missed. */
    private readonly onNotice: (topic: string) => void,
  ) {}

  /** Throws when the server cannot be reached; once this has worked, a lost connection is renewed by itself. */
  async listen(): Promise<void> {
    const client = new Client({ connectionString: this.url, keepAlive: true });
    client.on('notification', ({ payload }) => this.onNotice(payload ?? ''));
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`listen "${this.channel}"`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.on('end', () => this.reconnectIn(500));
    this.client = client;
    if (this.closed) await client.end();
  }

  private reconnectIn(ms: number): void {
    if (!this.closed) setTimeout(() => void this.reconnect(), ms).unref();
  }

  private async reconnect(): Promise<void> {
    if (this.closed) return;
    try {
      await this.listen();
      this.onNotice('reconnected');
    } catch {
      this.reconnectIn(1_000);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }
}
