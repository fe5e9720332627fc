import { bookSecureMove, bookSecureMovePricing } from './index';

const { document, operations } = bookSecureMovePricing;
const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

interface Documented {
  operationId: string;
  summary: string;
  description: string;
  security?: Record<string, string[]>[];
}

const documented = Object.entries(document.paths).flatMap(([path, item]) =>
  methods
    .filter((method) => item[method])
    .map((method): [string, Documented] => [`${method.toUpperCase()} ${path}`, item[method] as Documented]),
);

describe('the contract of pricing', () => {
  it('stands beside the API of moves and shares no base with it', () => {
    expect(new Set(Object.values(operations).map(({ base }) => base))).toEqual(new Set(['/pricing']));
    expect(Object.values(bookSecureMove.operations).map(({ base }) => base)).not.toContain('/pricing');
  });

  it.each(documented)('%s has a name, a summary and a description', (_, { operationId, summary, description }) => {
    expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(summary.length).toBeGreaterThan(5);
    expect(description.length).toBeGreaterThan(5);
  });

  it('names each operation once', () => {
    const names = documented.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(documented)('%s asks for the scope of its verb', (name, { security }) => {
    const scopes = security?.map((requirement) => requirement['clientCredentials']);
    expect(scopes).toEqual(name.startsWith('GET ') ? undefined : [['pricing:write']]);
  });

  it('takes a key with everything that changes something', () => {
    const writes = Object.entries(operations).filter(([name]) => !name.startsWith('GET '));
    expect(writes.map(([, { idempotencyKey }]) => idempotencyKey)).toEqual(writes.map(() => 'optional'));
    expect(writes).toHaveLength(8);
  });
});
