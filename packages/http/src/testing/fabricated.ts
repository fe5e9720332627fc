import type { Migration, Transaction } from '@switchyard/db';
import { commonTables, DatabaseUnavailable, prepared, UniqueViolation } from '@switchyard/db';
import type { Database } from '@switchyard/db';
import { DomainError, MovableClock, NotFound, randomIds, RulesBroken, violation } from '@switchyard/domain';
import type { TestReply } from '@switchyard/testing';
import { call, testDatabase } from '@switchyard/testing';
import { pino } from 'pino';
import type { ContractRouter, Principal } from '../contract-types';
import type { IdempotencyPolicy } from '../idempotency';
import type { Listening } from '../listen';
import { listen } from '../listen';
import { InvalidBody, Refusal } from '../refusals';
import type { Reply } from '../reply';
import { created, noContent, ok } from '../reply';
import type { Service } from '../service';
import { createService } from '../service';
import type { ServiceDefinition } from '../service-definition';
import type { FabricatedPaths, ThingBody } from './fabricated-contract';
import { fabricatedContract } from './fabricated-contract';

const schema = 'fabricated';
const migrations: Migration[] = [
  commonTables,
  {
    name: '0001-thing',
    up: (builder) =>
      builder.raw('create table thing (id integer generated always as identity primary key, name text unique)'),
  },
];

const find = prepared<{ id: number }>('find-thing', 'select id from thing where name = $1');
const insert = prepared<{ id: number }>('insert-thing', 'insert into thing (name) values ($1) returning id');
const remove = prepared<{ id: number }>('remove-thing', 'delete from thing where id = $1 returning id');
const names = prepared<{ name: string }>('thing-names', 'select name from thing order by id');

/** What a test decides and counts while requests run. */
export interface Stage {
  policy: IdempotencyPolicy;
  clock: MovableClock;
  prepared: number;
  handled: number;
  /** Awaited inside the transaction, after the rules and before the write. */
  meanwhile: (name: string) => Promise<unknown>;
  /** Awaited before the transaction. */
  preparation: () => Promise<unknown>;
}

export interface Fabricated {
  stage: Stage;
  url(): string;
  db(): Database;
  service(): Service;
  listening(): Listening;
  names(): Promise<string[]>;
  post(body: unknown, headers?: Record<string, string>, path?: string): Promise<TestReply>;
}

/** A made-up service of one table on a real database, for the tests of one file. */
export function fabricated(more: Partial<ServiceDefinition<FabricatedPaths, Principal>> = {}): Fabricated {
  const stage = {} as Stage;
  let service: Service;
  let listening: Listening;
  // Before the database's own: the last answers and the audit still need it.
  afterAll(() => listening.stop(1_000));
  const { database } = testDatabase({ schema, migrations });

  beforeEach(() => Object.assign(stage, freshStage()));
  beforeAll(async () => {
    Object.assign(stage, freshStage());
    service = createService<FabricatedPaths, Principal>({
      name: 'fabricated',
      contract: fabricatedContract,
      db: database(),
      clock: { now: () => stage.clock.now() },
      ids: randomIds,
      log: pino({ level: 'error' }),
      mediaType: 'application/json',
      idempotency: policyOf(stage),
      authenticate: ({ header }) => authenticate(header('authorization')),
      anonymous: { id: 'anonymous' },
      renderError,
      renderUnexpected: (requestId) => ({ status: 500, body: { requestId } }),
      checkResponses: true,
      routes: (api) => routes(api, stage),
      ...more,
    });
    listening = await listen(service, '127.0.0.1', 0);
  });

  return {
    stage,
    url: () => listening.url,
    db: database,
    service: () => service,
    listening: () => listening,
    names: async () => (await database().reader().rows(names)).map(({ name }) => name),
    post: (body, headers = {}, path = '/things') =>
      call(`${listening.url}/api${path}`, 'POST', { body, headers: { Authorization: 'me', ...headers } }),
  };
}

const freshStage = (): Stage => ({
  policy: {
    isValid: (key) => /^[a-z0-9-]{3,}$/i.test(key),
    replayMs: 600_000,
    conflictMs: 43_200_000,
    waitMs: 5_000,
    fingerprintsQuery: false,
  },
  clock: new MovableClock(),
  prepared: 0,
  handled: 0,
  meanwhile: () => Promise.resolve(),
  preparation: () => Promise.resolve(),
});

/** The policy as the stage has it at the moment of a request. */
const policyOf = (stage: Stage): IdempotencyPolicy => ({
  isValid: (key) => stage.policy.isValid(key),
  get replayMs() {
    return stage.policy.replayMs;
  },
  get conflictMs() {
    return stage.policy.conflictMs;
  },
  get waitMs() {
    return stage.policy.waitMs;
  },
  get overlooksMalformed() {
    return stage.policy.overlooksMalformed ?? false;
  },
  get fingerprintsQuery() {
    return stage.policy.fingerprintsQuery;
  },
});

function authenticate(header: string | undefined): Promise<Principal> {
  if (header === undefined) throw new Refusal('unauthenticated', 'who are you?');
  return Promise.resolve({ id: header });
}

function routes(api: ContractRouter<FabricatedPaths, Principal>, stage: Stage): void {
  const prepare = async ({ body }: { body: ThingBody }) => {
    stage.prepared += 1;
    await stage.preparation();
    if (body.mishap === 'not prepared') throw new DatabaseUnavailable('elsewhere');
    return stage.prepared;
  };
  const store = async ({ tx, body }: { tx: Transaction; body: ThingBody }): Promise<Reply<201>> => {
    stage.handled += 1;
    if (await tx.first(find, [body.name])) throw new RulesBroken([violation('name', 'taken', 'is taken')]);
    await stage.meanwhile(body.name);
    if (body.mishap === 'out of contract') return created({ id: 'no number' });
    const row = await tx.first(insert, [body.name]);
    if (body.mishap === 'refused') throw new RulesBroken([violation('name', 'refused', 'is refused')]);
    if (body.mishap === 'unexpected') throw new TypeError('a secret of the house');
    return created({ id: row!.id, name: body.name, spaced: '  exactly so ' }, `/api/things/${row!.id}`);
  };

  api.get('/things', async ({ db }) => ok(await db.rows(names)));
  api.post('/things', { prepare }, store);
  api.post('/things/optional', store);
  api.post('/things/keyless', store);
  api.get('/things/{thing_id}', ({ params }) => {
    throw new NotFound('thing', params.thing_id);
  });
  api.delete('/things/{thing_id}', async ({ tx, params }) => {
    if (!(await tx.first(remove, [params.thing_id]))) throw new NotFound('thing', params.thing_id);
    return noContent();
  });
}

function renderError(error: unknown): Reply | undefined {
  if (error instanceof Refusal) {
    const { reason, detail, headers } = error;
    return { status: statuses[reason] ?? 400, body: { reason, detail }, headers };
  }
  if (error instanceof InvalidBody) return { status: 422, body: { reason: 'invalid' } };
  if (error instanceof DomainError) return { status: 422, body: { reason: error.code, detail: error.message } };
  if (error instanceof UniqueViolation) return { status: 409, body: { reason: 'unique' } };
  if (error instanceof DatabaseUnavailable) return { status: 503, body: { reason: 'unavailable' } };
  return undefined;
}

const statuses: Partial<Record<string, number>> = {
  unauthenticated: 401,
  unknown_route: 404,
  idempotency_key_conflict: 409,
  idempotency_key_in_flight: 409,
  body_too_large: 413,
  unsupported_encoding: 415,
  overloaded: 503,
};
