import type { Database } from '@switchyard/db';
import type { FaultInjection } from '@switchyard/domain/wrm';
import { concerns } from '../subscribers/faulty-place';
import { allInjectedFaults } from '../subscribers/faults-repository';

/** The faults of the sandbox, remembered so that each attempt can look at them; changes are announced. */
export class InjectedFaults {
  private faults: ReadonlyMap<string, FaultInjection> = new Map();

  constructor(private readonly db: Database) {}

  async load(): Promise<void> {
    this.faults = await allInjectedFaults(this.db.reader());
  }

  /** The faults that a delivery with this body suffers; its envelope says whose it is and what it tells. */
  of(body: Uint8Array): FaultInjection | undefined {
    if (this.faults.size === 0) return undefined;
    const { subscriberId, notificationType } = JSON.parse(Buffer.from(body).toString('utf8')) as Envelope;
    const faults = this.faults.get(subscriberId);
    return faults && concerns(faults, notificationType) ? faults : undefined;
  }
}

interface Envelope {
  subscriberId: string;
  notificationType: string;
}
