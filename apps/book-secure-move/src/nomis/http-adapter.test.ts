import { MovableClock } from '@switchyard/domain';
import fc from 'fast-check';
import { createHttpNomis } from './http-adapter';
import type { NomisHttpConfig } from './http-config';
import type { Nomis } from './port';
import { clientId, clientSecret, startUpstream, type Upstream, type UpstreamAnswer } from './testing/upstream';

const clock = new MovableClock();
let upstream: Upstream;
let answer: UpstreamAnswer;

beforeAll(async () => {
  upstream = await startUpstream(() => answer);
});
beforeEach(() => {
  upstream.requests.length = 0;
});
afterAll(() => upstream.close());

function connect(settings: Partial<NomisHttpConfig> = {}): Nomis {
  const { url, tokenUrl } = upstream;
  return createHttpNomis({ url, tokenUrl, clientId, clientSecret, ...settings }, clock);
}

const ok = (body: unknown): UpstreamAnswer => ({ status: 200, body });
const winter = new Date('2026-12-01T09:30:15.999Z');
const summer = new Date('2026-07-01T09:30:15Z');
const hearing = { bookingId: 7, caseId: 8, fromPrisonLocation: 'BSI', toCourtLocation: 'NBKCC', comments: 'Early' };
const transfer = { bookingId: 7, fromPrisonLocation: 'BSI', toPrisonLocation: 'IWI' };

interface Call {
  name: string;
  act: (nomis: Nomis) => Promise<unknown>;
  /** What the upstream says to it. */
  reply: unknown;
  request: string;
  body?: unknown;
}

describe('what each operation asks of the prison systems', () => {
  const calls: Call[] = [
    { name: 'getPrisoner', act: (n) => n.getPrisoner('G8133UA'), reply: {}, request: 'GET /prisoner/G8133UA' },
    {
      name: 'getLocationDescription',
      act: (n) => n.getLocationDescription('G8133UA'),
      reply: {},
      request: 'GET /prisoner/G8133UA',
    },
    {
      name: 'getAlerts',
      act: (n) => n.getAlerts('G8133UA'),
      reply: { content: [] },
      request: 'GET /prisoners/G8133UA/alerts?isActive=true',
    },
    {
      name: 'getPersonalCareNeeds',
      act: (n) => n.getPersonalCareNeeds(['G8133UA', 'A9001AA'], ['MATSTAT', 'PHY']),
      reply: [],
      request: 'POST /bookings/offenderNo/personal-care-needs?type=MATSTAT,PHY',
      body: ['G8133UA', 'A9001AA'],
    },
    { name: 'getBooking', act: (n) => n.getBooking(7), reply: { bookingId: 7 }, request: 'GET /bookings/7' },
    { name: 'getAssessments', act: (n) => n.getAssessments(7), reply: [], request: 'GET /bookings/7/assessments' },
    { name: 'getContacts', act: (n) => n.getContacts(7), reply: {}, request: 'GET /bookings/7/contacts' },
    {
      name: 'getReasonableAdjustments',
      act: (n) => n.getReasonableAdjustments(7, ['A/B/M', 'LEARN SUPP']),
      reply: { reasonableAdjustments: [] },
      request: 'GET /bookings/7/reasonable-adjustments?type=A%2FB%2FM,LEARN%20SUPP',
    },
    { name: 'getImage', act: (n) => n.getImage(7), reply: 'jpeg', request: 'GET /bookings/7/image/data' },
    { name: 'getCourtCases', act: (n) => n.getCourtCases(7), reply: [], request: 'GET /bookings/7/court-cases' },
    {
      name: 'getCourtCases of the active',
      act: (n) => n.getCourtCases(7, true),
      reply: [],
      request: 'GET /bookings/7/court-cases?activeOnly=true',
    },
    {
      name: 'getCourtCases of all',
      act: (n) => n.getCourtCases(7, false),
      reply: [],
      request: 'GET /bookings/7/court-cases?activeOnly=false',
    },
    {
      name: 'getCourtHearings',
      act: (n) => n.getCourtHearings(7, '2026-11-20', '2026-11-21'),
      reply: { hearings: [] },
      request: 'GET /bookings/7/court-hearings?fromDate=2026-11-20&toDate=2026-11-21',
    },
    {
      name: 'getActivities',
      act: (n) => n.getActivities(7, '2026-11-20', '2026-11-21'),
      reply: [],
      request: 'GET /bookings/7/activities?fromDate=2026-11-20&toDate=2026-11-21',
    },
    {
      name: 'createCourtHearing in winter',
      act: (n) => n.createCourtHearing({ ...hearing, startsAt: winter }),
      reply: { id: 1 },
      request: 'POST /bookings/7/court-cases/8/prison-to-court-hearings',
      body: {
        fromPrisonLocation: 'BSI',
        toCourtLocation: 'NBKCC',
        courtHearingDateTime: '2026-12-01T09:30:15',
        comments: 'Early',
      },
    },
    {
      name: 'createTransfer in summer',
      act: (n) => n.createTransfer({ ...transfer, scheduledAt: summer }),
      reply: { id: 1 },
      request: 'POST /bookings/7/prison-to-prison',
      body: {
        fromPrisonLocation: 'BSI',
        toPrisonLocation: 'IWI',
        escortType: 'PECS',
        scheduledMoveDateTime: '2026-07-01T10:30:15',
      },
    },
    {
      name: 'cancelTransfer',
      act: (n) => n.cancelTransfer({ bookingId: 7, eventId: 9 }),
      reply: '',
      request: 'PUT /bookings/7/prison-to-prison/9/cancel',
      body: { reasonCode: 'ADMI' },
    },
    { name: 'getRollCount', act: (n) => n.getRollCount('BSI'), reply: [], request: 'GET /prison/roll-count/BSI' },
    {
      name: 'getMovements',
      act: (n) => n.getMovements('BSI', '2026-11-20'),
      reply: { in: 1, out: 2 },
      request: 'GET /movements/rollcount/BSI/movements?movementDate=2026-11-20',
    },
    {
      name: 'getDischarges',
      act: (n) => n.getDischarges('BSI', '2026-11-20'),
      reply: [],
      request: 'GET /movements/BSI/out/2026-11-20?movementType=REL',
    },
    {
      name: 'getUserEmail',
      act: (n) => n.getUserEmail('TEST_USER'),
      reply: { email: 'a@b.example' },
      request: 'GET /users/TEST_USER/email',
    },
  ];

  it.each(calls)('$name', async ({ act, reply, request, body }) => {
    answer = ok(reply);
    await act(connect());
    expect(upstream.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([request]);
    expect(upstream.requests[0]?.body).toEqual(body);
  });

  const nothingToAsk: [string, (nomis: Nomis) => Promise<unknown>, unknown][] = [
    ['care needs of nobody', (n) => n.getPersonalCareNeeds([], ['PHY']), []],
    ['care needs of no type', (n) => n.getPersonalCareNeeds(['G8133UA'], []), []],
    ['adjustments of no code', (n) => n.getReasonableAdjustments(7, []), []],
    ['the e-mail of an address', (n) => n.getUserEmail('a@b.example'), 'a@b.example'],
    ['a prisoner without a number', (n) => n.getPrisoner(''), undefined],
    ['a prisoner whose number climbs the path', (n) => n.getPrisoner('..'), undefined],
    ['a prisoner whose number is half a character', (n) => n.getPrisoner('\ud800'), undefined],
  ];

  it.each(nothingToAsk)('asks nothing for %s', async (_name, act, expected) => {
    expect(await act(connect())).toEqual(expected);
    expect(upstream.requests).toEqual([]);
  });

  it('goes to the systems that have an address of their own, below its path', async () => {
    answer = { status: 404 };
    const { url } = upstream;
    const nomis = connect({
      prisonerSearchUrl: `${url}/search/`,
      alertsUrl: `${url}/alerts`,
      usersUrl: `${url}/users`,
    });
    await nomis.getPrisoner('A');
    await nomis.getAlerts('A').catch(() => undefined);
    await nomis.getUserEmail('A');
    expect(upstream.requests.map(({ path }) => path)).toEqual([
      '/search/prisoner/A',
      '/alerts/prisoners/A/alerts?isActive=true',
      '/users/users/A/email',
    ]);
  });

  it('asks for long pages of hearings and activities', async () => {
    answer = ok([]);
    await connect().getActivities(7, '2026-11-20', '2026-11-20');
    answer = ok({ hearings: [] });
    await connect().getCourtHearings(7, '2026-11-20', '2026-11-20');
    expect(upstream.requests.map(({ headers }) => headers['page-limit'])).toEqual(['1000', '1000']);
  });

  it('keeps any prison number inside its own part of the path', async () => {
    answer = { status: 404 };
    const nomis = connect();
    const key = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !['.', '..'].includes(text));
    await fc.assert(
      fc.asyncProperty(key, async (number) => {
        upstream.requests.length = 0;
        await nomis.getPrisoner(number);
        const [, root, part, ...rest] = upstream.requests[0]?.path.split('/') ?? [];
        expect([root, decodeURIComponent(part ?? ''), rest]).toEqual(['prisoner', number, []]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what it does with the answers', () => {
  const fullText = { userMessage: 'Booking 7 not found.', developerMessage: 'No row.', moreInfo: 'See the guide' };

  const failures: [name: string, answer: UpstreamAnswer, error: object][] = [
    ['a 404', { status: 404, body: fullText }, { name: 'NomisBadGateway', status: 404, ...fullText }],
    ['a 500', { status: 500, body: fullText }, { detail: 'NomisBadGateway: getBooking: 500 Booking 7 not found.' }],
    [
      'an error page',
      { status: 503, body: '<h1>Down</h1>' },
      { name: 'NomisBadGateway', status: 503, userMessage: null },
    ],
    [
      'malformed JSON',
      ok('{"bookingId":'),
      { name: 'NomisBadGateway', status: 200, developerMessage: expect.any(String) },
    ],
    [
      'another shape',
      ok({ bookingId: 'x' }),
      { developerMessage: 'Unreadable: answer.bookingId is not a whole number' },
    ],
    ['an empty body', ok(''), { developerMessage: 'Unreadable: the answer is not JSON' }],
    ['a huge body', ok('x'.repeat(20_000)), { developerMessage: 'The answer is longer than 10000 bytes' }],
    ['a hang', 'hang', { name: 'NomisTimeout', detail: expect.stringContaining('within 300 ms') }],
    ['half an answer', 'stall', { name: 'NomisTimeout', code: 'nomis_timeout' }],
    ['a broken connection', 'hang up', { name: 'NomisConnectionFailed', code: 'nomis_connection_failed' }],
  ];
  const limitsFor = (given: UpstreamAnswer) => ({
    timeoutMs: given === 'hang' || given === 'stall' ? 300 : 10_000,
    maxBodyBytes: 10_000,
  });

  it.each(failures)('reports %s', async (_name, given, expected) => {
    answer = given;
    await expect(connect(limitsFor(given)).getBooking(7)).rejects.toMatchObject(expected);
  });

  it('reports a refused connection', async () => {
    const gone = await startUpstream(() => 'hang');
    await gone.close();
    const error = connect({ url: gone.url }).getBooking(7);
    await expect(error).rejects.toMatchObject({
      detail: 'NomisConnectionFailed: getBooking: connection failed (ECONNREFUSED)',
    });
  });

  it('does not follow a redirect', async () => {
    answer = { status: 302, headers: { location: `${upstream.url}/elsewhere` } };
    await expect(connect().getBooking(7)).rejects.toMatchObject({ name: 'NomisBadGateway', status: 302 });
    expect(upstream.requests).toHaveLength(1);
  });

  const isRefusal = (given: UpstreamAnswer) => typeof given === 'object';

  it.each(failures)('treats %s of the prisoner search as published', async (_name, given) => {
    answer = given;
    const found = connect(limitsFor(given)).getPrisoner('G8133UA');
    if (isRefusal(given)) expect(await found).toBeUndefined();
    else await expect(found).rejects.toThrow('getPrisoner: ');
  });

  it.each(failures)('shows no location after %s', async (_name, given) => {
    answer = given;
    expect(await connect(limitsFor(given)).getLocationDescription('G8133UA')).toBeNull();
  });

  const refusals: typeof failures = [
    ...failures.filter(([, given]) => isRefusal(given)),
    ['a 204', { status: 204 }, {}],
  ];

  it.each(refusals)('knows no e-mail address after %s', async (_name, given) => {
    answer = given;
    expect(await connect(limitsFor(given)).getUserEmail('TEST_USER')).toBeNull();
  });

  it('takes a missing image for none, and reports other failures', async () => {
    answer = { status: 404 };
    expect(await connect().getImage(7)).toBeUndefined();
    answer = { status: 500 };
    await expect(connect().getImage(7)).rejects.toMatchObject({ status: 500 });
  });
});

describe('the access token', () => {
  it('is fetched once for many callers at once, and kept', async () => {
    answer = ok({ bookingId: 7 });
    const before = upstream.tokensIssued();
    const nomis = connect();
    await Promise.all(Array.from({ length: 20 }, () => nomis.getBooking(7)));
    await nomis.getBooking(7);
    expect(upstream.tokensIssued() - before).toBe(1);
  });

  it('is renewed once, for all callers, after the prison systems refuse it', async () => {
    answer = ok({ bookingId: 7 });
    const nomis = connect();
    await nomis.getBooking(7);
    const before = upstream.tokensIssued();
    upstream.revokeTokens();
    await Promise.all(Array.from({ length: 20 }, () => nomis.getBooking(7)));
    expect(upstream.tokensIssued() - before).toBe(1);
  });

  it('is not renewed a second time for the same call', async () => {
    answer = { status: 401 };
    await expect(connect().getBooking(7)).rejects.toMatchObject({ name: 'NomisBadGateway', status: 401 });
    expect(upstream.requests).toHaveLength(2);
  });

  it('is a bad gateway when the credentials are wrong', async () => {
    const nomis = connect({ clientSecret: 'wrong' });
    await expect(nomis.getBooking(7)).rejects.toMatchObject({ operation: 'getToken', status: 401 });
    expect(upstream.requests).toEqual([]);
  });
});
