import { constants, brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { fabricated } from './testing/fabricated';
import { sendRaw } from './testing/raw-http';

const MAX = 100_000;
const api = fabricated({ bodyLimits: { maxBytes: MAX, timeoutMs: 10_000 } });
const hasty = fabricated({ bodyLimits: { maxBytes: MAX, timeoutMs: 100 } });

const head = (lines: readonly string[], path = '/api/things/keyless'): string =>
  [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Authorization: me', 'Connection: close', ...lines, '', ''].join('\r\n');
const post = (lines: readonly string[], body: Buffer | string, afterwards?: 'hang up') =>
  sendRaw(api.url(), [head(lines), body], afterwards);
const json = (name: string): Buffer => Buffer.from(JSON.stringify({ name }));
const sized = (body: Buffer): string => `Content-Length: ${body.length}`;

describe('a body', () => {
  it.each([
    ['as it is', 'identity', (body: Buffer) => body],
    ['in gzip', 'gzip', gzipSync],
    ['in deflate', 'deflate', deflateSync],
    ['in brotli', 'br', brotliCompressSync],
  ])('is read %s', async (_, encoding, pack) => {
    const packed = pack(json(`in ${encoding}`));
    const reply = await post([`Content-Encoding: ${encoding}`, sized(packed)], packed);
    expect(reply.status).toBe(201);
    expect(await api.names()).toContain(`in ${encoding}`);
  });

  it('is read in chunks', async () => {
    const text = json('in chunks').toString();
    const chunks = [...text].map((letter) => `1\r\n${letter}\r\n`).join('');
    expect((await post(['Transfer-Encoding: chunked'], `${chunks}0\r\n\r\n`)).status).toBe(201);
  });

  it('may be exactly as large as the limit, and not a byte larger', async () => {
    const exactly = json('x'.repeat(50_000));
    const padded = Buffer.concat([exactly, Buffer.alloc(MAX - exactly.length, ' ')]);
    expect((await post([sized(padded)], padded)).status).toBe(201);
    const larger = Buffer.concat([padded, Buffer.from(' ')]);
    expect((await post([sized(larger)], larger)).status).toBe(413);
  });
});

describe('a hostile body', () => {
  afterEach(async () => {
    const reply = await post([sized(json('healthy'))], json('healthy'));
    expect([201, 422]).toContain(reply.status);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('that inflates to 200 MB in %s is refused early, at little cost', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(200_000_000));
    const before = process.memoryUsage().rss;
    const reply = await post([`Content-Encoding: ${encoding}`, sized(bomb)], bomb);
    expect(reply.status).toBe(413);
    expect(reply.ms).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  it.each([
    ['says that it is too large', [`Content-Length: ${MAX + 1}`], '', 413],
    ['is too large and in chunks', ['Transfer-Encoding: chunked'], chunked('x'.repeat(MAX + 1)), 413],
    ['has a length that is no number', ['Content-Length: ten'], '{}', 400],
    ['has two lengths', ['Content-Length: 2', 'Content-Length: 3'], '{}', 400],
    ['has a length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n', 400],
    ['has a chunk of no size', ['Transfer-Encoding: chunked'], 'zz\r\n{}', 400],
    ['is not in its encoding', ['Content-Encoding: gzip', 'Content-Length: 2'], '{}', 400],
    ['is in an unknown encoding', ['Content-Encoding: zstd', 'Content-Length: 2'], '{}', 415],
    ['is encoded twice', ['Content-Encoding: gzip, gzip', 'Content-Length: 2'], '{}', 415],
    ['is empty', ['Content-Length: 0'], '', 400],
    ['has no length at all', [], '', 400],
  ])('that %s is answered with its status', async (_, lines, body, status) => {
    expect((await post(lines, body)).status).toBe(status);
  });

  it.each([
    ['ends before its length', ['Content-Length: 100'], '{"name": "cut"}'],
    ['ends within a chunk', ['Transfer-Encoding: chunked'], '50\r\n{"name": "cut"}'],
  ])('that %s is not stored: its client has gone', async (_, lines, body) => {
    expect((await post(lines, body, 'hang up')).status ?? 400).toBe(400);
    expect(await api.names()).not.toContain('cut');
  });

  it('that is cut in the middle of its gzip is malformed', async () => {
    const packed = gzipSync(json('cut'));
    const cut = packed.subarray(0, packed.length - 8);
    expect((await post(['Content-Encoding: gzip', sized(cut)], cut)).status).toBe(400);
    expect(await api.names()).not.toContain('cut');
  });

  it.each([
    ['in chunks without end', ['Transfer-Encoding: chunked'], '1\r\n{\r\n'],
    ['shorter than its length', ['Content-Length: 100'], '{"name":'],
    ['of which nothing comes', ['Content-Length: 100'], ''],
  ])('%s is dropped when its time is over', async (_, lines, body) => {
    const reply = await sendRaw(hasty.url(), [head(lines), body]);
    expect(reply.status ?? 400).toBe(400);
    expect(reply.ms).toBeGreaterThanOrEqual(90);
    expect(reply.ms).toBeLessThan(5_000);
  });

  it('after a refused header does not become a second request', async () => {
    const smuggled = 'GET /api/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: me\r\n\r\n';
    const reply = await post(['Content-Length: 0', 'Transfer-Encoding: chunked'], smuggled);
    expect(reply.text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(reply.status).toBe(400);
  });
});

describe('headers', () => {
  it.each([
    ['are too large', [`X-Large: ${'x'.repeat(20_000)}`], 431],
    ['have a bare line feed in a name', ['X-Bad\nName: 1'], 400],
    ['have a NUL', ['X-Bad: a\0b'], 400],
  ])('that %s are refused', async (_, lines, status) => {
    expect((await post([...lines, 'Content-Length: 2'], '{}')).status).toBe(status);
  });
});

function chunked(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
}
