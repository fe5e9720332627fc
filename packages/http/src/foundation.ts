import type { Migration, Transaction } from '@switchyard/db';
import {
  Database,
  Notices,
  forgetExpiredKeys,
  latestOutgoing,
  loadClock,
  migrate,
  prepared,
  storeClock,
} from '@switchyard/db';
import type { Clock, Zone } from '@switchyard/domain';
import { MovableClock, realTime } from '@switchyard/domain';
import type { Logger } from 'pino';
import type { SandboxControls } from './sandbox-routes';
import type { CommonSettings } from './settings';

const HOUSEKEEPING_MS = 15_000;

const announceReset = prepared(
  'announce-reset',
  `select pg_notify(current_schema(), 'reference'), pg_notify(current_schema(), 'clock')`,
);

/** What makes the ground under one service its own. */
export interface FoundationOptions {
  settings: CommonSettings;
  log: Logger;
  schema: string;
  migrations: readonly Migration[];
  timeZone: Zone;
  /** What the sandbox clock moves against. */
  realClock: Clock;
  /** Fills a database that has never been filled. */
  seed(db: Database, now: Date): Promise<void>;
  /** Empties everything and fills it with the demo again. */
  reset(tx: Transaction, now: Date): Promise<void>;
}

/** What the service itself does with what happens around it. */
export interface FoundationEvents {
  /** Reference data has changed, by this process or another. */
  referenceChanged(): Promise<void>;
  /** What was remembered of tokens and the like may be out of date. */
  forget(): void;
  /** Whatever falls due with time; runs every quarter of a minute and whenever the sandbox clock moves. */
  dueWork(): Promise<void>;
}

/** A migrated, seeded database and a clock, kept in step with the other processes of the service. */
export class Foundation {
  private readonly notices: Notices;
  private timer: NodeJS.Timeout | undefined;
  private events: FoundationEvents | undefined;

  private constructor(
    readonly db: Database,
    readonly clock: MovableClock,
    private readonly options: FoundationOptions,
  ) {
    this.notices = new Notices(options.settings.databaseUrl, options.schema, (topic) => void this.hear(topic));
  }

  static async open(options: FoundationOptions): Promise<Foundation> {
    const { settings, schema, migrations, realClock } = options;
    await migrate(settings.databaseUrl, schema, migrations);
    const db = new Database({
      url: settings.databaseUrl,
      replicaUrl: settings.replicaUrl,
      schema,
      poolSize: settings.poolSize,
    });
    const clock = new MovableClock(realClock);
    if (settings.profile === 'sandbox') clock.adopt((await loadClock(db.reader())) ?? realTime);
    await options.seed(db, clock.now());
    return new Foundation(db, clock, options);
  }

  /** From now on the service hears of changes and does what falls due. */
  async attend(events: FoundationEvents): Promise<void> {
    this.events = events;
    await this.notices.listen();
    const keepHouse = (): void =>
      void this.keepHouse().catch((error: unknown) => this.options.log.warn({ err: error }, 'housekeeping failed'));
    this.timer = setInterval(keepHouse, HOUSEKEEPING_MS).unref();
    // What fell due while no process ran; nobody's start waits for it.
    keepHouse();
  }

  /** The controls of a sandbox; undefined in production. */
  sandbox(): SandboxControls | undefined {
    const { settings, timeZone, realClock, reset } = this.options;
    if (settings.profile !== 'sandbox') return undefined;
    const { db, clock } = this;
    return {
      clock,
      realClock,
      timeZone,
      storeClock: (setting) => storeClock(db.reader(), setting),
      dueWork: () => this.keepHouse(),
      reset: async () => {
        clock.reset();
        await db.transaction(async (tx) => {
          await reset(tx, clock.now());
          tx.send(announceReset);
        });
        await this.events?.referenceChanged();
        this.events?.forget();
      },
      outbox: () => latestOutgoing(db.reader(), 200),
    };
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.notices.close();
    await this.db.close();
  }

  private async keepHouse(): Promise<void> {
    await forgetExpiredKeys(this.db.reader(), this.clock.now());
    await this.events?.dueWork();
  }

  /** What another process, or this one, has announced; after a gap, whatever it may have been. */
  private async hear(topic: string): Promise<void> {
    try {
      const anything = topic === 'reconnected';
      if (topic === 'clock' || anything) this.clock.adopt((await loadClock(this.db.reader())) ?? realTime);
      if (topic === 'reference' || anything) await this.events?.referenceChanged();
      if (topic !== 'clock') this.events?.forget();
    } catch (error) {
      this.options.log.warn({ err: error, topic }, 'a notice could not be followed');
    }
  }
}
