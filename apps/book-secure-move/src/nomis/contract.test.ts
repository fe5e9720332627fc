import type { Clock } from '@switchyard/domain';
import { loadDemoRegister } from './demo-register';
import { createLocalRegisterState } from './local-register-state';
import { createNomis, NomisBadGateway, NomisUnavailable, type Nomis } from './index';
import { startRegisterServer } from './testing/register-server';
import { clientId, clientSecret, type Upstream } from './testing/upstream';

/** What both adapters must agree on: the answer, or the refusal down to its words. */
async function outcomeOf(answer: Promise<unknown>): Promise<unknown> {
  try {
    return { answer: await answer };
  } catch (error) {
    if (!(error instanceof NomisUnavailable)) throw error;
    const { name, operation, message } = error;
    return { name, operation, message, ...(error instanceof NomisBadGateway && { status: error.status }) };
  }
}

const clock: Clock = { now: () => new Date('2026-11-20T10:00:00Z') };
const people = [...loadDemoRegister().byPrisonNumber.values()].map(({ prisoner }) => prisoner);
const numbers = [...people.map(({ prisonerNumber }) => prisonerNumber), 'A0000ZZ', 'a/b?c#d%', '..', ''];
const bookings = [...people.flatMap(({ bookingId }) => bookingId ?? []), 1];
const agencies = ['BSI', 'IWI', 'LOL', 'NOWHERE'];
const allTypes = ['MATSTAT', 'PHY', 'PSYCH', 'DISAB', 'SC'];

const questions: Record<string, (nomis: Nomis) => Promise<unknown>[]> = {
  getPrisoner: (nomis) => numbers.map((number) => nomis.getPrisoner(number)),
  getLocationDescription: (nomis) => numbers.map((number) => nomis.getLocationDescription(number)),
  getAlerts: (nomis) =>
    [...people.map((one) => one.prisonerNumber), 'A0000ZZ'].map((number) => nomis.getAlerts(number)),
  getPersonalCareNeeds: (nomis) => [
    nomis.getPersonalCareNeeds(numbers, allTypes),
    nomis.getPersonalCareNeeds(['G8133UA'], ['DISAB']),
    nomis.getPersonalCareNeeds(['G8133UA'], ['PHY', 'MATSTAT']),
    nomis.getPersonalCareNeeds([], allTypes),
    nomis.getPersonalCareNeeds(numbers, []),
  ],
  getBooking: (nomis) => bookings.map((id) => nomis.getBooking(id)),
  getAssessments: (nomis) => bookings.map((id) => nomis.getAssessments(id)),
  getContacts: (nomis) => bookings.map((id) => nomis.getContacts(id)),
  getReasonableAdjustments: (nomis) => [
    ...bookings.map((id) => nomis.getReasonableAdjustments(id, ['LEARN SUPP', 'PEEP', 'A/B/M', 'LGE PRINT'])),
    ...bookings.map((id) => nomis.getReasonableAdjustments(id, [])),
  ],
  getImage: (nomis) => bookings.map((id) => nomis.getImage(id)),
  getCourtCases: (nomis) =>
    bookings.flatMap((id) => [undefined, true, false].map((activeOnly) => nomis.getCourtCases(id, activeOnly))),
  getCourtHearings: (nomis) => bookings.map((id) => nomis.getCourtHearings(id, '2026-01-01', '2027-03-31')),
  getActivities: (nomis) => [
    ...bookings.map((id) => nomis.getActivities(id, '2026-11-16', '2026-11-22')),
    nomis.getActivities(1_200_100, '2026-11-17', '2026-11-16'),
    nomis.getActivities(1_200_100, '1900-01-01', '2100-01-01'),
  ],
  getRollCount: (nomis) => agencies.map((agency) => nomis.getRollCount(agency)),
  getMovements: (nomis) => agencies.map((agency) => nomis.getMovements(agency, '2026-11-20')),
  getDischarges: (nomis) => agencies.map((agency) => nomis.getDischarges(agency, '2026-11-20')),
  getUserEmail: (nomis) =>
    ['TEST_USER', 'NOBODY', 'someone@switchyard.example', '', 'A B/C'].map((name) => nomis.getUserEmail(name)),
};

const bsi = { bookingId: 1_200_100, fromPrisonLocation: 'BSI' };
const hearing = { ...bsi, caseId: 1_495_001, toCourtLocation: 'NBKCC', comments: null };

/** What is booked, in order, on each adapter; later steps see what earlier ones did. */
const conversation: Record<string, (nomis: Nomis) => Promise<unknown>> = {
  'a hearing in summer': (nomis) =>
    nomis.createCourtHearing({ ...hearing, startsAt: new Date('2027-07-01T09:00:00Z') }),
  'a hearing in winter': (nomis) =>
    nomis.createCourtHearing({ ...hearing, startsAt: new Date('2027-01-11T10:00:00Z') }),
  'the hearings booked': (nomis) => nomis.getCourtHearings(1_200_100, '2027-01-01', '2027-12-31'),
  'the case with them': (nomis) => nomis.getCourtCases(1_200_100, true),
  'a hearing in a closed case': (nomis) =>
    nomis.createCourtHearing({ ...hearing, caseId: 1_495_002, startsAt: clock.now() }),
  'a hearing in no case': (nomis) => nomis.createCourtHearing({ ...hearing, caseId: 7, startsAt: clock.now() }),
  'a hearing from another prison': (nomis) =>
    nomis.createCourtHearing({ ...hearing, fromPrisonLocation: 'IWI', startsAt: clock.now() }),
  'a transfer': (nomis) => nomis.createTransfer({ ...bsi, toPrisonLocation: 'IWI', scheduledAt: clock.now() }),
  'a transfer to the same prison': (nomis) =>
    nomis.createTransfer({ ...bsi, toPrisonLocation: 'BSI', scheduledAt: clock.now() }),
  'a transfer of nobody': (nomis) =>
    nomis.createTransfer({ ...bsi, bookingId: 1, toPrisonLocation: 'IWI', scheduledAt: clock.now() }),
  'cancelling it': (nomis) => nomis.cancelTransfer({ bookingId: 1_200_100, eventId: 1_795_168_802 }),
  'cancelling it again': (nomis) => nomis.cancelTransfer({ bookingId: 1_200_100, eventId: 1_795_168_802 }),
  "cancelling somebody else's": (nomis) => nomis.cancelTransfer({ bookingId: 1_200_101, eventId: 1_795_168_802 }),
};

describe('the prison register, local and over HTTP', () => {
  let upstream: Upstream;
  let local: Nomis;
  let overHttp: Nomis;

  beforeAll(async () => {
    upstream = await startRegisterServer(createNomis({}, clock));
    const { url, tokenUrl } = upstream;
    overHttp = createNomis({ url, tokenUrl, clientId, clientSecret }, clock);
    local = createNomis({}, clock, createLocalRegisterState());
  });

  afterAll(() => upstream.close());

  it.each(Object.keys(questions))('answers %s alike', async (name) => {
    const ask = (nomis: Nomis) => Promise.all((questions[name]?.(nomis) ?? []).map(outcomeOf));
    const expected = await ask(local);
    expect(expected).not.toHaveLength(0);
    expect(await ask(overHttp)).toEqual(expected);
  });

  it('books and cancels alike', async () => {
    const run = async (nomis: Nomis) => {
      const outcomes: Record<string, unknown> = {};
      for (const [step, act] of Object.entries(conversation)) outcomes[step] = await outcomeOf(act(nomis));
      return outcomes;
    };
    const expected = await run(local);
    expect(await run(overHttp)).toEqual(expected);
    expect(expected).toMatchObject({
      'a hearing in summer': { answer: { id: 1_795_168_800 } },
      'a hearing in winter': { answer: { id: 1_795_168_801 } },
      'a hearing in a closed case': { status: 400 },
      'a hearing in no case': { status: 404 },
      'a hearing from another prison': { status: 400 },
      'a transfer': { answer: { id: 1_795_168_802 } },
      'a transfer to the same prison': { status: 400 },
      'a transfer of nobody': { status: 404 },
      'cancelling it': { answer: undefined },
      'cancelling it again': { status: 400 },
      "cancelling somebody else's": { status: 404 },
    });
  });
});
