import { randomUUID } from 'node:crypto';
import type { Database } from '@switchyard/db';
import { MovableClock, randomIds } from '@switchyard/domain';
import { Courier } from '../courier/courier';
import type { DispatcherOptions } from '../dispatch/dispatcher';
import { Dispatcher } from '../dispatch/dispatcher';
import type { Happening } from '../dispatch/happening';
import { Egress } from '../egress/egress';
import { retryProfiles } from '../profile';
import { hubStyle, pecsStyle, standardStyle } from '../request-style';
import { SecretBox } from '@switchyard/db';
import type { NewEndpoint } from '../store/endpoint';
import { createEndpoint } from '../store/endpoint';
import type { NewDelivery } from '../store/enqueue';
import { enqueue } from '../store/enqueue';

export const secrets = new SecretBox({ current: 'one', keys: { one: Buffer.alloc(32, 1) } });
export const secret = 'wrm-demo-secret-0123456789abcdef';
export const styles = {
  wrm: hubStyle({ prefix: 'X-WRM', userAgent: 'wrm/1.0.0' }),
  pecs: pecsStyle(),
  standard: standardStyle({ userAgent: 'switchyard' }),
};

/** A clock that stands still until it is moved. */
export function stoppedClock(): MovableClock {
  const clock = new MovableClock();
  clock.set(new Date('2026-11-20T10:00:00.000Z'));
  clock.freeze();
  return clock;
}

export const later = (clock: MovableClock, ms: number): void => clock.set(new Date(clock.now().getTime() + ms));

/** A dispatcher that may call loopback, with what it told and what went wrong. */
export interface Engine {
  dispatcher: Dispatcher;
  clock: MovableClock;
  realClock: MovableClock;
  happenings: Happening[];
  errors: unknown[];
  close(): Promise<void>;
}

export function engineOn(db: Database, options: Partial<DispatcherOptions> = {}): Engine {
  const clock = (options.clock as MovableClock | undefined) ?? stoppedClock();
  const realClock = (options.realClock as MovableClock | undefined) ?? new MovableClock();
  const courier = new Courier({ egress: new Egress({ mode: 'dev' }) });
  const happenings: Happening[] = [];
  const errors: unknown[] = [];
  const dispatcher = new Dispatcher({
    db,
    ids: randomIds,
    secrets,
    courier,
    styles,
    profile: retryProfiles.sandbox,
    record: (_, told) => void happenings.push(...told),
    onError: (error) => errors.push(error),
    ...options,
    clock,
    realClock,
  });
  const close = async (): Promise<void> => {
    await dispatcher.stop({ drainMs: 0 });
    courier.close();
  };
  return { dispatcher, clock, realClock, happenings, errors, close };
}

/** Stores an endpoint; gives its id. */
export async function givenEndpoint(
  db: Database,
  endpoint: Partial<NewEndpoint> & { url: string },
  now: Date,
): Promise<string> {
  const id = endpoint.id ?? randomUUID();
  await db.transaction(async (tx) => {
    createEndpoint(tx, secrets, { style: 'wrm', secret, ...endpoint, id }, now);
    await Promise.resolve();
  });
  return id;
}

/** Records deliveries in one transaction; gives their ids. */
export async function givenDeliveries(
  db: Database,
  deliveries: readonly (Partial<NewDelivery> & { endpointId: string })[],
  now: Date,
): Promise<string[]> {
  const complete = deliveries.map((each): NewDelivery => {
    const id = each.id ?? randomUUID();
    return { lane: 'task', notificationId: id, type: 'PingNotify', body: '{}', ...each, id };
  });
  await db.transaction(async (tx) => {
    enqueue(tx, complete, now);
    await Promise.resolve();
  });
  return complete.map(({ id }) => id);
}
