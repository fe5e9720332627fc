import { clientCredentials as login } from './book-secure-move/login';
import { play, playEach } from './runner';
import { one } from './reply';
import { stubService, type StubService } from './testing/stub-service';
import type { Walkthrough } from './walkthrough';

const pmu = { id: 'pmu', secret: 'pmu-secret' };
const move = (status: string) => ({ data: { id: 'm1', type: 'moves', attributes: { status } } });

/** Accepts a move, and expects it to be booked afterwards. */
const acceptance: Walkthrough = {
  name: 'acceptance',
  title: 'A move is accepted',
  document: 'A page',
  async play(api) {
    api.step('1. Accept the move');
    const headers = { Authorization: 'Bearer {OAUTH_TOKEN}', 'Content-Type': 'application/json' };
    const body = { data: { type: 'accepts' } };
    await api.send(
      { method: 'POST', path: '/api/moves/m1/accept', as: pmu, headers, body },
      {
        status: 204,
        leadsTo: async () => {
          const { status } = one(await api.read('/api/moves/m1', pmu)).attributes;
          api.holds('status of the move', status, 'booked');
          return `move ${String(status)}`;
        },
      },
    );
    api.step('2. Nothing more');
  },
};

describe('play', () => {
  let service: StubService | undefined;
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);

  beforeEach(() => void lines.splice(0));
  afterEach(async () => {
    await service?.close();
    service = undefined;
  });

  const serving = async (accept: number, status: string) => {
    service = await stubService({
      'POST /api/moves/m1/accept': { status: accept, body: accept === 204 ? undefined : { errors: ['no such move'] } },
      'GET /api/moves/m1': { status: 200, body: move(status) },
    });
    return service;
  };

  it('prints each call with method, path, caller, status and the state it led to', async () => {
    const { url } = await serving(204, 'booked');

    const { held, steps } = await play(acceptance, { url, login, print });

    expect(lines).toContain('     POST  /api/moves/m1/accept  pmu  204  → move booked');
    expect(held).toBe(true);
    expect(steps.map((step) => [step.title, step.held])).toEqual([
      ['1. Accept the move', true],
      ['2. Nothing more', true],
    ]);
    expect(steps[0]?.calls.map(({ method, read }) => [method, read])).toEqual([
      ['POST', false],
      ['GET', true],
    ]);
  });

  it('sends headers in the spelling of the document, with one token per caller', async () => {
    const { url, received } = await serving(204, 'booked');

    await play(acceptance, { url: `${url}/`, login });

    const [token, accept, read] = received;
    expect(received).toHaveLength(3);
    expect(token?.body).toBe('grant_type=client_credentials&client_id=pmu&client_secret=pmu-secret');
    expect(accept?.headerNames).toEqual(expect.arrayContaining(['Authorization', 'Content-Type']));
    expect(accept?.headers.authorization).toBe('Bearer a-token');
    expect(accept?.body).toBe('{"data":{"type":"accepts"}}');
    expect(read?.headers.accept).toBe('application/vnd.api+json; version=2');
  });

  it('stops at a wrong status and names the expected one, the given one and the reply', async () => {
    const { url } = await serving(404, 'booked');

    const { held, steps, failure } = await play(acceptance, { url, login, print });

    expect(held).toBe(false);
    expect(failure).toBe(
      'status of POST /api/moves/m1/accept as pmu: expected 204, got 404\n{"errors":["no such move"]}',
    );
    expect(steps).toMatchObject([{ title: '1. Accept the move', held: false }]);
    expect(lines).toContain('     POST  /api/moves/m1/accept  pmu  404');
  });

  it('stops when the state read back is not the expected one', async () => {
    const { url } = await serving(204, 'requested');

    const { failure } = await play(acceptance, { url, login, print });

    expect(failure).toBe('status of the move: expected booked, got requested');
    expect(lines).toContain(`     does not hold: ${failure}`);
  });

  it('says so when nobody answers', async () => {
    const { url, close } = await stubService();
    await close();

    const { failure } = await play(acceptance, { url, login });

    expect(failure).toMatch(new RegExp(`^POST ${url}/oauth/token: expected a reply, got .*ECONNREFUSED`));
  });

  it('gives the service its own time back, also after a failure', async () => {
    service = await stubService({ 'PUT /sandbox/clock': { status: 200, body: { now: '2027-01-01T00:00:00.000Z' } } });
    const later: Walkthrough = {
      ...acceptance,
      async play(api) {
        await api.moveClock({ advance: 'P3D' });
        api.holds('an hour', 1, 2);
      },
    };

    const { held } = await play(later, { url: service.url, login, print });

    expect(held).toBe(false);
    expect(lines).toContain('     PUT   /sandbox/clock  sandbox  200  → it is 2027-01-01T00:00:00.000Z');
    expect(service.received.map(({ body }) => body)).toEqual(['{"advance":"P3D"}', '{"reset":true}']);
  });

  it('plays the next walkthrough after a failure', async () => {
    const { url } = await serving(404, 'booked');
    const harmless: Walkthrough = { ...acceptance, name: 'harmless', play: async (api) => api.step('1. Nothing') };

    const { held, walkthroughs } = await playEach([acceptance, harmless], { url, login });

    expect(held).toBe(false);
    expect(walkthroughs.map(({ name, held: each }) => [name, each])).toEqual([
      ['acceptance', false],
      ['harmless', true],
    ]);
  });
});
