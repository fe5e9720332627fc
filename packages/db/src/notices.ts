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

  async listen(): Promise<void> {
    const client = new Client({ connectionString: this.url, keepAlive: true });
    client.on('notification', ({ payload }) => this.onNotice(payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.closed) setTimeout(() => void this.reconnect(), 500).unref();
    });
    await client.connect();
    await client.query(`listen "${this.channel}"`);
    this.client = client;
  }

  private async reconnect(): Promise<void> {
    if (this.closed) return;
    try {
      await this.listen();
      this.onNotice('reconnected');
    } catch {
      setTimeout(() => void this.reconnect(), 1_000).unref();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }
}
