import { NomisBadGateway } from '../errors';
import { fromLondonTime } from '../london-time';
import type { Nomis } from '../port';
import { startUpstream, type Upstream, type UpstreamReply, type UpstreamRequest } from './upstream';
import * as shape from './wire-shapes';

/** Serves a register over HTTP as the prison systems would, with their paths, envelopes and errors. */
export function startRegisterServer(register: Nomis): Promise<Upstream> {
  return startUpstream((request) => serve(register, request));
}

interface RouteRequest {
  register: Nomis;
  /** The parts of the path that the pattern leaves open, decoded. */
  parts: string[];
  query: URLSearchParams;
  body: Record<string, string>;
}

type Handler = (request: RouteRequest) => Promise<UpstreamReply>;

const ok = (body: unknown): UpstreamReply => ({ status: 200, body });

/** Method and path; `*` stands for one open part. */
const routes: Record<string, Handler> = {
  'GET /prisoner/*': async ({ register, parts: [number = ''] }) => {
    const prisoner = await register.getPrisoner(number);
    return prisoner ? ok(shape.prisoner(prisoner)) : shape.error(404, `No prisoner with number ${number}.`);
  },
  'GET /prisoners/*/alerts': async ({ register, parts: [number = ''] }) =>
    ok(shape.alertPage(await register.getAlerts(number))),
  'POST /bookings/offenderNo/personal-care-needs': async ({ register, query, body }) => {
    const numbers = Object.values(body);
    return ok(shape.careNeedGroups(numbers, await register.getPersonalCareNeeds(numbers, listIn(query))));
  },
  'GET /bookings/*': async ({ register, parts: [id] }) => ok(shape.sparse(await register.getBooking(Number(id)))),
  'GET /bookings/*/assessments': async ({ register, parts: [id] }) =>
    ok(shape.sparse(await register.getAssessments(Number(id)))),
  'GET /bookings/*/contacts': async ({ register, parts: [id] }) =>
    ok(shape.contactGroups(await register.getContacts(Number(id)))),
  'GET /bookings/*/reasonable-adjustments': async ({ register, parts: [id], query }) =>
    ok({ reasonableAdjustments: shape.sparse(await register.getReasonableAdjustments(Number(id), listIn(query))) }),
  'GET /bookings/*/image/data': async ({ register, parts: [id] }) => {
    const image = await register.getImage(Number(id));
    return image ? { status: 200, body: image } : shape.error(404, 'No image.');
  },
  'GET /bookings/*/court-cases': async ({ register, parts: [id], query }) =>
    ok(shape.sparse(await register.getCourtCases(Number(id), activeOnlyIn(query)))),
  'GET /bookings/*/court-hearings': async ({ register, parts: [id], query }) =>
    ok({ hearings: shape.sparse(await register.getCourtHearings(Number(id), ...rangeIn(query))) }),
  'GET /bookings/*/activities': async ({ register, parts: [id], query }) =>
    ok(shape.sparse(await register.getActivities(Number(id), ...rangeIn(query)))),
  'POST /bookings/*/court-cases/*/prison-to-court-hearings': async ({ register, parts: [id, caseId], body }) => {
    const { fromPrisonLocation = '', toCourtLocation = '', courtHearingDateTime = '', comments = null } = body;
    const startsAt = fromLondonTime(courtHearingDateTime);
    const booking = { bookingId: Number(id), caseId: Number(caseId) };
    const hearing = { ...booking, fromPrisonLocation, toCourtLocation, startsAt, comments };
    return { status: 201, body: await register.createCourtHearing(hearing) };
  },
  'POST /bookings/*/prison-to-prison': async ({ register, parts: [id], body }) => {
    const { fromPrisonLocation = '', toPrisonLocation = '', scheduledMoveDateTime = '' } = body;
    const scheduledAt = fromLondonTime(scheduledMoveDateTime);
    const transfer = { bookingId: Number(id), fromPrisonLocation, toPrisonLocation, scheduledAt };
    return { status: 201, body: await register.createTransfer(transfer) };
  },
  'PUT /bookings/*/prison-to-prison/*/cancel': async ({ register, parts: [id, eventId] }) => {
    await register.cancelTransfer({ bookingId: Number(id), eventId: Number(eventId) });
    return { status: 200 };
  },
  'GET /prison/roll-count/*': async ({ register, parts: [agency = ''] }) =>
    ok(shape.sparse(await register.getRollCount(agency))),
  'GET /movements/rollcount/*/movements': async ({ register, parts: [agency = ''], query }) =>
    ok(await register.getMovements(agency, query.get('movementDate') ?? '')),
  'GET /movements/*/out/*': async ({ register, parts: [agency = '', day = ''] }) =>
    ok(shape.sparse(await register.getDischarges(agency, day))),
  'GET /users/*/email': async ({ register, parts: [username = ''] }) => {
    const email = await register.getUserEmail(username);
    return email ? ok({ username, email, verified: true }) : { status: 204 };
  },
};

async function serve(register: Nomis, { method, path, body }: UpstreamRequest): Promise<UpstreamReply> {
  const { pathname, searchParams: query } = new URL(path, 'http://register');
  for (const [route, handler] of Object.entries(routes)) {
    const parts = new RegExp(`^${route.replaceAll('*', '([^/]+)')}$`).exec(`${method} ${pathname}`)?.slice(1);
    if (parts) {
      const request = { register, parts: parts.map(decodeURIComponent), query, body: body as Record<string, string> };
      return handler(request).catch(refuse);
    }
  }
  return shape.error(404, 'No such path.');
}

function refuse(error: unknown): UpstreamReply {
  if (error instanceof NomisBadGateway) return shape.error(error.status, error.userMessage ?? '');
  throw error;
}

const listIn = (query: URLSearchParams): string[] => query.get('type')?.split(',') ?? [];

const rangeIn = (query: URLSearchParams): [string, string] => [query.get('fromDate') ?? '', query.get('toDate') ?? ''];

const activeOnlyIn = (query: URLSearchParams): boolean | undefined =>
  query.has('activeOnly') ? query.get('activeOnly') === 'true' : undefined;
