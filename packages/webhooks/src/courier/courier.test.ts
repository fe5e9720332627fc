import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Egress } from '../egress/egress';
import type { Resolve } from '../egress/egress';
import type { Timeouts } from '../profile';
import { expiredCertificate } from '../testing/expired-certificate';
import { Receiver, answer } from '../testing/receiver';
import type { FailureCode } from './courier';
import { AttemptAborted, AttemptFailed, Courier } from './courier';

const quick: Timeouts = { connect: 1_000, firstByte: 150, body: 150, total: 2_000 };
const patient: Timeouts = { connect: 5_000, firstByte: 5_000, body: 5_000, total: 5_000 };
let receiver: Receiver;
let courier: Courier;

beforeEach(async () => {
  receiver = await Receiver.open();
  courier = new Courier({ egress: new Egress({ mode: 'dev' }) });
});

afterEach(async () => {
  courier.close();
  await receiver.close();
});

const request = (url = receiver.url) => ({ method: 'POST' as const, url, headers: {}, body: Buffer.from('{}') });
const codeOf = async (reply: Promise<unknown>): Promise<FailureCode | string> =>
  reply.then(
    () => 'a reply',
    (error: unknown) => (error instanceof AttemptFailed ? error.code : String(error)),
  );

async function listening(server: Server, scheme = 'http'): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('a reply', () => {
  it('comes with its status, headers, the beginning of its body, and where it came from', async () => {
    receiver.answers((_, response) => void response.writeHead(202, { 'X-Request-Id': 'abc' }).end('x'.repeat(5_000)));
    const reply = await courier.send(request(), patient);
    expect(reply).toMatchObject({ status: 202, address: '127.0.0.1', headers: { 'x-request-id': 'abc' } });
    expect(reply.body.toString()).toBe('x'.repeat(2_048));
    const more = await courier.send({ ...request(), keep: 3_000 }, patient);
    expect(more.body).toHaveLength(3_000);
  });

  it('that redirects is a reply like any other, and is not followed', async () => {
    const trap = await Receiver.open();
    receiver.answers(answer(301, { Location: trap.url }));
    expect((await courier.send(request(), patient)).status).toBe(301);
    expect(trap.received).toEqual([]);
    await trap.close();
  });

  it('without an end is cut off after 64 KiB', async () => {
    let written = 0;
    receiver.answers((_, response) => {
      response.on('error', () => undefined);
      const flood = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) written += 16_384;
      };
      response.writeHead(200).on('drain', flood);
      flood();
    });
    expect((await courier.send(request(), patient)).status).toBe(200);
    // The rest is what fits between the two ends.
    expect(written).toBeLessThan(20_000_000);
  });

  it('that drips is not waited for: its status stands', async () => {
    receiver.answers((_, response) => void response.writeHead(200, { 'Content-Length': '100' }).write('x'));
    expect((await courier.send(request(), quick)).status).toBe(200);
  });
});

describe('no reply', () => {
  it('from a receiver that hangs', async () => {
    receiver.answers(() => undefined);
    expect(await codeOf(courier.send(request(), quick))).toBe('TIMEOUT');
  });

  it('from a receiver whose headers drip', async () => {
    const drip = createTcpServer((socket) => {
      socket.on('error', () => undefined).write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('X-Filler: x\r\n'), 20);
      socket.once('close', () => clearInterval(timer));
    });
    expect(await codeOf(courier.send(request(await listening(drip)), quick))).toBe('TIMEOUT');
    drip.close();
  });

  it('from a receiver that resets the connection', async () => {
    receiver.answers((_, __, socket) => void socket.resetAndDestroy());
    expect(await codeOf(courier.send(request(), patient))).toBe('CONNECT');
  });

  it('from a receiver that speaks something else', async () => {
    const other = createTcpServer((socket) => void socket.on('error', () => undefined).end('SSH-2.0-x\r\n'));
    expect(await codeOf(courier.send(request(await listening(other)), patient))).toBe('CONNECT');
    other.close();
  });

  it('from a receiver whose headers are too large', async () => {
    receiver.answers((_, response) => void response.writeHead(200, { 'X-Filler': 'x'.repeat(20_000) }).end());
    expect(await codeOf(courier.send(request(), patient))).toBe('CONNECT');
  });

  it('where nobody listens', async () => {
    const { url } = receiver;
    await receiver.close();
    expect(await codeOf(courier.send(request(url), patient))).toBe('CONNECT');
    receiver = await Receiver.open();
  });

  it('from a receiver whose certificate has expired', async () => {
    const expired = createTlsServer(expiredCertificate, (socket) => void socket.on('error', () => undefined));
    expired.on('tlsClientError', () => undefined);
    expect(await codeOf(courier.send(request(await listening(expired, 'https')), patient))).toBe('TLS');
    expired.close();
  });

  it('from a name that does not exist', async () => {
    const resolve: Resolve = () => Promise.reject(Object.assign(new Error('none'), { syscall: 'queryA' }));
    const lost = new Courier({ egress: new Egress({ mode: 'dev', resolve }) });
    expect(await codeOf(lost.send(request('http://nowhere.example/'), patient))).toBe('DNS');
    lost.close();
  });

  it('once it was broken off', async () => {
    receiver.answers(() => undefined);
    const abort = new AbortController();
    const sent = courier.send(request(), patient, abort.signal);
    await receiver.has(1);
    abort.abort();
    await expect(sent).rejects.toBeInstanceOf(AttemptAborted);
  });
});

describe('a connection', () => {
  it('is kept, and a request on one that was closed meanwhile goes over a new one', async () => {
    const sockets = new Set<unknown>();
    receiver.answers((_, response, socket) => {
      sockets.add(socket);
      response.end();
    });
    await courier.send(request(), patient);
    await courier.send(request(), patient);
    expect(sockets.size).toBe(1);

    receiver.answers((_, response, socket) => {
      if (sockets.has(socket)) socket.resetAndDestroy();
      else response.end();
    });
    expect((await courier.send(request(), patient)).status).toBe(200);
  });

  it('goes to the address that was checked, whatever the name says a moment later', async () => {
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    const asked: string[] = [];
    const resolve: Resolve = async (host) => {
      asked.push(host);
      return answers.shift() ?? [];
    };
    const rebound = new Courier({ egress: new Egress({ mode: 'dev', resolve }) });
    const url = receiver.url.replace('127.0.0.1', 'rebind.example');
    expect((await rebound.send(request(url), patient)).address).toBe('127.0.0.1');
    expect(receiver.received[0]!.headers.host).toMatch(/^rebind\.example:/);
    rebound.close();

    expect(await codeOf(rebound.send(request(url), patient))).toBe('SSRF_BLOCKED');
    expect(asked).toEqual(['rebind.example', 'rebind.example']);
  });

  it('is made to no forbidden address, named or written', async () => {
    const resolve: Resolve = async () => ['8.8.8.8', '127.0.0.1'];
    const strict = new Courier({ egress: new Egress({ mode: 'deny-private', plainHttp: true, resolve }) });
    const port = new URL(receiver.url).port;
    for (const host of ['hooks.example', '127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', 'localhost']) {
      expect(await codeOf(strict.send(request(`http://${host}:${port}/`), patient))).toBe('SSRF_BLOCKED');
    }
    expect(receiver.received).toEqual([]);
  });
});
