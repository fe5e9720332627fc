import { call } from '@switchyard/testing';
import { fabricated } from './testing/fabricated';

const api = fabricated({ correlationHeader: 'X-Correlation-Id', tellsMethods: true });
const me = { Authorization: 'me' };
const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  call(`${api.url()}${path}`, method, { headers: { ...me, ...headers } });

describe('a service that correlates', () => {
  it.each([
    ['order-77120', 'order-77120'],
    [' order-77120 ', 'order-77120'],
    ['x'.repeat(128), 'x'.repeat(128)],
  ])('tells the word of the client again: "%s"', async (sent, told) => {
    const reply = await ask('/api/things', 'GET', { 'X-Correlation-Id': sent });
    expect(reply.headers.get('x-correlation-id')).toBe(told);
  });

  it.each([{}, { 'X-Correlation-Id': 'x'.repeat(129) }, { 'X-Correlation-Id': 'two words' }])(
    'takes the id of the request for what is absent or unfit: %j',
    async (headers) => {
      const reply = await ask('/nowhere', 'GET', headers as Record<string, string>);
      expect(reply.headers.get('x-correlation-id')).toBe(reply.headers.get('x-request-id'));
    },
  );
});

describe('a service that tells methods', () => {
  it.each([
    ['/api/things', 'GET, HEAD, POST'],
    ['/api/things/1', 'DELETE, GET, HEAD'],
    ['/nowhere', null],
    ['/api/nowhere', null],
  ])('names those of %s: %s', async (path, allowed) => {
    const reply = await ask(path, 'PROPFIND');
    expect([reply.status, reply.headers.get('allow')]).toEqual([404, allowed]);
  });
});
