import { streetManagerParty, streetManagerReporting, streetManagerWork } from './index';
import type { DocumentedOperation, Media, Schema } from './testing/document';
import { operationsIn, resolved, schemasIn, undescribed } from './testing/document';

const contracts = { work: streetManagerWork, reporting: streetManagerReporting, party: streetManagerParty };

const open = {
  work: ['GET /status', 'POST /authenticate', 'POST /authenticate/initial'],
  reporting: ['GET /status'],
  party: [
    'GET /status',
    'POST /forgot-password',
    'POST /logout',
    'POST /refresh',
    'POST /reset-password',
    'POST /set-password',
  ],
};

/** Bodies that are kept on no record, and so name nobody behind the call. */
const withoutDelegate = /\/authenticate|\/(forgot|reset|set)-password$|\/logout$|\/refresh$|\/permits\/search$/;

describe.each(['work', 'reporting', 'party'] as const)('the Street Manager contract of %s', (api) => {
  const { document, operations, validators } = contracts[api];
  const schemas = schemasIn(document);
  const documented = operationsIn(document);
  const table = Object.entries(operations);
  const bodies = documented.flatMap(([key, { requestBody }]) => {
    const media = requestBody?.content['application/json'];
    return media ? [[key, media] as const] : [];
  });

  it('has a row in the table for every documented operation, below its base', () => {
    expect(documented.map(([key]) => key).sort()).toEqual(Object.keys(operations).sort());
    expect(new Set(table.map(([, { base }]) => base))).toEqual(new Set([`/v3/${api}`]));
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

  it('is open exactly where no token can be asked for', () => {
    const keys = table.filter(([, operation]) => operation.open).map(([key]) => key);
    expect(keys.sort()).toEqual([...open[api]].sort());
  });

  it('takes a key on every write that changes records, and documents its conflict', () => {
    const keyed = table.filter(([, { idempotencyKey }]) => idempotencyKey === 'optional');
    const writes = table.filter(([key]) => !key.startsWith('GET ') && !withoutDelegate.test(key));
    expect(keyed.map(([key]) => key)).toEqual(writes.map(([key]) => key));
    expect(keyed.filter(([, { statuses }]) => !(statuses as readonly number[]).includes(409))).toEqual([]);
  });

  it('refuses in the one shape of the API, and nowhere with 403 or 422', () => {
    for (const [key, { responses }] of documented) {
      for (const [status, response] of Object.entries(responses)) {
        const { content } = resolved(document, response);
        expect([key, status]).not.toEqual([key, expect.stringMatching(/^(403|422)$/)]);
        if (!/^[45]/.test(status)) continue;
        expect([key, status, content?.['application/json']?.schema]).toEqual([
          key,
          status,
          { $ref: '#/components/schemas/Error' },
        ]);
      }
    }
  });

  it('offers every answer to a question as a JSON:API document too', () => {
    const answers = documented.filter(([key]) => key.startsWith('GET ') && !key.endsWith(' /status'));
    const types = answers.map(([key, operation]) => [key, mediaTypesOf(operation)]);
    const expected = answers.map(([key]) => [
      key,
      key === 'GET /files/{fileId}' ? ['*/*'] : ['application/json', 'application/vnd.api+json'],
    ]);
    expect(types).toEqual(expected);
  });

  it.each(bodies)('%s takes no unknown member, and names whoever is behind the call', (key, { schema }) => {
    const body = resolved(document, schema) as Schema;
    expect(body['additionalProperties']).toBe(false);
    const members = Object.keys(body['properties'] as Schema);
    const delegate = ['internal_user_identifier', 'internal_user_name'];
    expect(members.filter((name) => delegate.includes(name))).toEqual(withoutDelegate.test(key) ? [] : delegate);
  });

  it('never takes the placeholder for unknown values', () => {
    const reach = bodies.filter(([, { schema }]) => reachableText(document, schema).includes('upcoming_enum'));
    expect(reach.map(([key]) => key)).toEqual([]);
  });

  it('gives every value from a list its real name beside it', () => {
    const lonely = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties as Record<string, Schema>)
        .filter(([member, schema]) => isShownEnum(schema) && !(`${member}_string` in (properties as Schema)))
        .map(([member]) => `${name}.${member}`),
    );
    expect(lonely).toEqual([]);
  });

  it('has a validator for every JSON body, which takes every example', () => {
    expect(Object.keys(validators.requests).sort()).toEqual(bodies.map(([key]) => key).sort());
    const refused = bodies.flatMap(([key, media]) =>
      examplesOf(document, media)
        .filter(([, value]) => !validators.requests[key]?.(value))
        .map(([name]) => [key, name, validators.requests[key]?.errors]),
    );
    expect(refused).toEqual([]);
  });
});

function mediaTypesOf({ responses }: DocumentedOperation): string[] {
  return Object.keys(responses['200']?.content ?? {});
}

function examplesOf(document: typeof streetManagerWork.document, { examples = {} }: Media): [string, unknown][] {
  return Object.entries(examples).map(([name, example]) => [name, resolved(document, example).value]);
}

/** A value, a value or null, or a list of values of an enumeration that answers use. */
function isShownEnum(schema: Schema): boolean {
  const text = JSON.stringify({ ...schema, properties: undefined });
  return [...text.matchAll(/schemas\/(\w+)"/g)].some(([, name]) => shownEnums.has(name!));
}

const shownEnums = new Set(
  Object.values(contracts).flatMap(({ document }) =>
    Object.entries(schemasIn(document))
      .filter(([, schema]) => /"(upcoming_enum|upcoming_event)"|"const":999/.test(JSON.stringify(schema)))
      .map(([name]) => name),
  ),
);

/** The text of a schema and of all that it refers to. */
function reachableText(document: typeof streetManagerWork.document, schema: unknown, seen = new Set<string>()): string {
  const text = JSON.stringify(schema);
  const parts = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, $ref]) => {
    if (seen.has($ref!)) return '';
    seen.add($ref!);
    return reachableText(document, resolved(document, { $ref } as unknown), seen);
  });
  return [text.replace(/"description":"[^"]*"/g, ''), ...parts].join('');
}
