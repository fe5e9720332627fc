import { bookSecureMove } from './index';
import { operationsIn, schemasIn, undescribed } from './testing/document';

const { document, operations } = bookSecureMove;
const documented = operationsIn(document);
const schemas = schemasIn(document);

const keyedMoveActions = ['accept', 'approve', 'cancel', 'complete', 'lockouts', 'redirects', 'reject', 'start'];
const keyedJourneyActions = ['cancel', 'complete', 'lockouts', 'lodgings', 'reject', 'start', 'uncancel', 'uncomplete'];

const keysRequired = [
  'POST /moves',
  'PATCH /moves/{move_id}',
  ...keyedMoveActions.map((action) => `POST /moves/{move_id}/${action}`),
  'POST /moves/{move_id}/journeys',
  'PATCH /moves/{move_id}/journeys/{journey_id}',
  ...keyedJourneyActions.map((action) => `POST /moves/{move_id}/journeys/{journey_id}/${action}`),
  'POST /moves/{move_id}/lodgings',
  'PATCH /moves/{move_id}/lodgings/{lodging_id}',
  'POST /moves/{move_id}/lodgings/{lodging_id}/cancel',
];

const withoutKey = [
  'POST /allocations/filtered',
  'POST /moves/filtered',
  'POST /moves/csv',
  'POST /oauth/token',
  'POST /oauth/revoke',
  'POST /oauth/introspect',
];

const open = [
  'GET /reference/locations',
  'GET /reference/locations/{location_id}',
  'POST /oauth/token',
  'POST /oauth/revoke',
  'POST /oauth/introspect',
  'GET /health',
  'GET /ping',
  'GET /ready',
  'GET /metrics',
  'GET /openapi.json',
  'GET /docs',
];

const keysWhere = (test: (operation: (typeof operations)[keyof typeof operations]) => boolean): string[] =>
  Object.entries(operations)
    .filter(([, operation]) => test(operation))
    .map(([key]) => key)
    .sort();

describe('the Book a Secure Move contract', () => {
  it('has a row in the table for every documented operation', () => {
    expect(documented.map(([key]) => key).sort()).toEqual(Object.keys(operations).sort());
  });

  it.each(documented)('%s has a name for the SDK, a title and a description', (_key, operation) => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(operation.summary).toMatch(/\S/);
    expect(operation.description).toMatch(/\S/);
  });

  it('uses every operation id once', () => {
    const ids = Object.values(operations).map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('requires an idempotency key exactly where the published service does', () => {
    expect(keysWhere((operation) => operation.idempotencyKey === 'required')).toEqual([...keysRequired].sort());
  });

  it('takes a key on every other write, and not on searches, exports and tokens', () => {
    const writes = Object.keys(operations).filter((key) => !key.startsWith('GET '));
    const expected = writes.filter((key) => !keysRequired.includes(key) && !withoutKey.includes(key));
    expect(keysWhere((operation) => operation.idempotencyKey === 'optional')).toEqual(expected.sort());
  });

  it('documents the conflict of every key that it takes', () => {
    expect(
      keysWhere(
        ({ idempotencyKey, statuses }) => idempotencyKey !== 'none' && !(statuses as readonly number[]).includes(409),
      ),
    ).toEqual([]);
  });

  it('is open exactly where no token is needed', () => {
    expect(keysWhere((operation) => operation.open)).toEqual([...open].sort());
  });

  it('puts everything but tokens and the state of the service below /api', () => {
    const outside = /^\S+ \/(oauth\/|health$|ping$|ready$|metrics$|openapi\.json$|docs$)/;
    for (const [key, { base }] of Object.entries(operations)) {
      expect([key, base]).toEqual([key, outside.test(key) ? '/' : '/api']);
    }
  });

  it('lists nothing that is not served', () => {
    const absent =
      /person_escort_records|youth_risk_assessments|frameworks|framework_responses|populations|locations_free_spaces|extradition_flight|\/documents|images|subject-access|diagnostics|webhooks|price/;
    expect(Object.keys(operations).filter((key) => absent.test(key))).toEqual([]);
  });

  it('knows 92 types of event, each once', () => {
    const types = schemas['EventType']?.['enum'] as string[];
    expect(types).toHaveLength(92);
    expect(new Set(types).size).toBe(92);
  });

  it('describes every schema and every property in it', () => {
    expect(Object.entries(schemas).flatMap(([name, schema]) => undescribed(schema, name))).toEqual([]);
  });

  it('refers only to what the document holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    expect(references.filter((reference) => !reference?.startsWith('#/components/'))).toEqual([]);
  });
});
