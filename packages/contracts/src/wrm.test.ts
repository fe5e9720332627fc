import { wrm } from './index';
import { operationsIn, resolved, schemasIn, undescribed } from './testing/document';

const { document, operations } = wrm;
const documented = operationsIn(document);
const schemas = schemasIn(document);
const table = Object.entries(operations);

const open = ['GET /docs', 'GET /health', 'GET /metrics', 'GET /openapi.json', 'GET /ready'];
const keyed = ['POST /appointments', 'POST /appointments/{bookingId}/confirm', 'POST /subscribers'];

const enumOf = (name: string): readonly string[] => schemas[name]?.['enum'] as readonly string[];

describe('the Work Request Manager contract', () => {
  it('has a row in the table for every documented operation', () => {
    expect(documented.map(([key]) => key).sort()).toEqual(Object.keys(operations).sort());
  });

  it('names, titles and describes every operation, and uses every name once', () => {
    const silent = documented.filter(([, { operationId, summary, description }]) =>
      [operationId, summary, description].some((text) => !text),
    );
    expect(silent).toEqual([]);
    expect(new Set(documented.map(([, { operationId }]) => operationId)).size).toBe(documented.length);
  });

  it('describes every schema and every property in it', () => {
    expect(Object.entries(schemas).flatMap(([name, schema]) => undescribed(schema, name))).toEqual([]);
  });

  it('refers only to what the document holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
    const targets = references.map(($ref) => [$ref, resolved(document, { $ref } as unknown)]);
    expect(targets.filter(([, target]) => target === undefined)).toEqual([]);
  });

  it('asks for credentials everywhere but for the state of the service', () => {
    expect(
      table
        .filter(([, operation]) => operation.open)
        .map(([key]) => key)
        .sort(),
    ).toEqual(open);
  });

  it('takes a key where a repetition would make something twice, and documents its conflict', () => {
    const found = table.filter(([, { idempotencyKey }]) => idempotencyKey !== 'none');
    expect(found.map(([key]) => key).sort()).toEqual(keyed);
    expect(found.filter(([, { statuses }]) => !(statuses as readonly number[]).includes(409))).toEqual([]);
  });

  it('refuses in the one shape of the API, with the correlation id', () => {
    for (const [key, { responses }] of documented.filter(([path]) => !open.includes(path))) {
      for (const [status, response] of Object.entries(responses)) {
        const { content, headers } = resolved(document, response) as {
          content?: Record<string, { schema?: unknown }>;
          headers?: Record<string, unknown>;
        };
        expect([key, status, Object.keys(headers ?? {})]).toEqual([
          key,
          status,
          expect.arrayContaining(['X-Correlation-Id']),
        ]);
        if (!/^[45]/.test(status)) continue;
        expect([key, status, content?.['application/json']?.schema]).toEqual([
          key,
          status,
          { $ref: '#/components/schemas/Errors' },
        ]);
      }
    }
  });

  it('offers JSON:API from every GET of a resource', () => {
    const reads = documented.filter(([key]) => key.startsWith('GET ') && !open.includes(key));
    const without = reads.filter(([, { responses }]) => {
      const { content } = resolved(document, responses['200']!);
      return content?.['application/vnd.api+json'] === undefined;
    });
    expect(without.map(([key]) => key)).toEqual([]);
  });

  it('knows the 23 events and the 25 notifications, each with an example', () => {
    expect([enumOf('EventType').length, enumOf('NotifyType').length]).toEqual([23, 25]);
    const examples = Object.keys((document.components as Record<string, Record<string, unknown>>)['examples']!);
    expect(examples.sort()).toEqual([...enumOf('EventType'), ...enumOf('NotifyType')].sort());
  });

  it('tells of the webhook that a subscriber serves', () => {
    const { webhooks } = document as unknown as { webhooks: Record<string, object> };
    expect(Object.keys(webhooks).sort()).toEqual(['challenge', 'notification']);
  });
});
