import { checkMedia, NotAcceptable } from './media';

type Headers = Readonly<Record<string, string>>;

const check =
  (headers: Headers, hasBody = true) =>
  (): void =>
    checkMedia({ header: (name) => headers[name] }, { hasBody });

describe('checkMedia', () => {
  it.each<[Headers, boolean]>([
    [{}, true],
    [{ 'content-type': 'application/json', 'content-length': '2' }, true],
    [{ 'content-type': 'Application/JSON; charset="UTF-8"' }, true],
    [{ 'content-type': 'text/plain', 'content-length': '2' }, false],
    [{ accept: 'text/html, application/vnd.api+json' }, true],
  ])('lets %j pass where a body is read: %s', (headers, hasBody) => expect(check(headers, hasBody)).not.toThrow());

  it.each<Headers>([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16', 'content-length': '2' },
    { 'content-length': '2' },
    { 'transfer-encoding': 'chunked' },
  ])('refuses %j where a body is read', (headers) => {
    expect(check(headers)).toThrow('Content-Type must be application/json in UTF-8');
    expect(check(headers, false)).not.toThrow();
  });

  it.each(['text/csv', 'application/json;q=0', ''])('refuses to answer in %j', (accept) =>
    expect(check({ accept }, false)).toThrow(NotAcceptable),
  );
});
