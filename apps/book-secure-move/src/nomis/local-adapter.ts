import type { Clock } from '@switchyard/domain';
import type { Day } from '@switchyard/domain/book-secure-move';
import { loadDemoRegister } from './demo-register';
import { NomisBadGateway } from './errors';
import type { LocalRegisterState } from './local-register-state';
import { toLondonTime } from './london-time';
import type { Nomis } from './port';
import type { CourtCase, CourtHearing } from './records';
import type { Register } from './register';
import { isEmailAddress } from './user-email';
import { activitiesBetween, weekdayOfDay } from './weekly-regime';

/**
 * A prison register of our own: the demo data, and in `state` what has been booked since. It refuses what the real one
 * refuses, with the same statuses, so that callers meet their error paths. Every answer is a copy.
 */
export function createLocalNomis(
  clock: Clock,
  state: LocalRegisterState,
  register: Register = loadDemoRegister(),
): Nomis {
  function bookingOf(operation: string, bookingId: number) {
    const found = register.byBookingId.get(bookingId);
    if (!found) throw refusal(operation, 404, `Offender booking with id ${bookingId} not found.`);
    return found;
  }

  function casesOf(operation: string, bookingId: number): CourtCase[] {
    const booked = state.hearingsOf(bookingId);
    return bookingOf(operation, bookingId).courtCases.map((courtCase) => ({
      ...courtCase,
      courtHearings: [
        ...courtCase.courtHearings,
        ...booked.filter(({ caseId }) => caseId === courtCase.id).map(({ hearing }) => hearing),
      ],
    }));
  }

  /** The booking, once it is sure that the prisoner is in this prison. */
  function bookingInPrison(operation: string, bookingId: number, agencyId: string) {
    const found = bookingOf(operation, bookingId);
    if (found.booking.agencyId === agencyId) return found;
    throw refusal(operation, 400, 'Prison location does not match the bookings location.');
  }

  return {
    remote: false,
    async getPrisoner(prisonNumber) {
      return structuredClone(register.byPrisonNumber.get(prisonNumber)?.prisoner);
    },

    async getLocationDescription(prisonNumber) {
      return register.byPrisonNumber.get(prisonNumber)?.prisoner.locationDescription ?? null;
    },

    async getAlerts(prisonNumber) {
      const alerts = register.byPrisonNumber.get(prisonNumber)?.alerts ?? [];
      return structuredClone(alerts.filter(({ isActive }) => isActive));
    },

    async getPersonalCareNeeds(prisonNumbers, types) {
      const needs = prisonNumbers.flatMap((number) => register.byPrisonNumber.get(number)?.careNeeds ?? []);
      return structuredClone(needs.filter(({ problemType }) => types.includes(problemType)));
    },

    async getBooking(bookingId) {
      return structuredClone(bookingOf('getBooking', bookingId).booking);
    },

    async getAssessments(bookingId) {
      return structuredClone(bookingOf('getAssessments', bookingId).assessments);
    },

    async getContacts(bookingId) {
      const { contacts } = bookingOf('getContacts', bookingId);
      return structuredClone([...contacts].sort((one, other) => Number(other.nextOfKin) - Number(one.nextOfKin)));
    },

    async getReasonableAdjustments(bookingId, codes) {
      if (codes.length === 0) return [];
      const { adjustments } = bookingOf('getReasonableAdjustments', bookingId);
      return structuredClone(adjustments.filter(({ treatmentCode }) => codes.includes(treatmentCode)));
    },

    async getImage(bookingId) {
      return structuredClone(register.byBookingId.get(bookingId)?.image);
    },

    async getCourtCases(bookingId, activeOnly = false) {
      const cases = casesOf('getCourtCases', bookingId);
      return structuredClone(activeOnly ? cases.filter(({ caseStatus }) => caseStatus === 'ACTIVE') : cases);
    },

    async getCourtHearings(bookingId, from, to) {
      const hearings = casesOf('getCourtHearings', bookingId).flatMap(({ courtHearings }) => courtHearings);
      return structuredClone(hearings.filter(isOnDayBetween(from, to)).sort(byTime));
    },

    async getActivities(bookingId, from, to) {
      return activitiesBetween(bookingId, bookingOf('getActivities', bookingId).regime, from, to);
    },

    async createCourtHearing({ bookingId, caseId, fromPrisonLocation, toCourtLocation, startsAt }) {
      const operation = 'createCourtHearing';
      const { courtCases } = bookingInPrison(operation, bookingId, fromPrisonLocation);
      const courtCase = courtCases.find(({ id }) => id === caseId);
      if (!courtCase) throw refusal(operation, 404, `Court case with id ${caseId} not found.`);
      if (courtCase.caseStatus !== 'ACTIVE') throw refusal(operation, 400, `Court case ${caseId} is not active.`);
      const location = { agencyId: toCourtLocation, description: register.agencyNames.get(toCourtLocation) ?? null };
      const id = state.nextId(clock.now());
      state.addHearing({ bookingId, caseId, hearing: { id, dateTime: toLondonTime(startsAt), location } });
      return { id };
    },

    async createTransfer({ bookingId, fromPrisonLocation, toPrisonLocation }) {
      const operation = 'createTransfer';
      bookingInPrison(operation, bookingId, fromPrisonLocation);
      if (fromPrisonLocation === toPrisonLocation) throw refusal(operation, 400, 'The prisons must differ.');
      const id = state.nextId(clock.now());
      state.saveTransfer({ id, bookingId, cancelled: false });
      return { id };
    },

    async cancelTransfer({ bookingId, eventId }) {
      const operation = 'cancelTransfer';
      const transfer = state.findTransfer(bookingId, eventId);
      if (!transfer) throw refusal(operation, 404, `Move with id ${eventId} not found.`);
      if (transfer.cancelled) throw refusal(operation, 400, `Move with id ${eventId} is not in a scheduled state.`);
      state.saveTransfer({ ...transfer, cancelled: true });
    },

    async getRollCount(agencyId) {
      return structuredClone(register.prisons.get(agencyId)?.units ?? []);
    },

    async getMovements(agencyId, day) {
      return { ...(register.prisons.get(agencyId)?.movements[weekdayOfDay(day) - 1] ?? { in: 0, out: 0 }) };
    },

    async getDischarges(agencyId, day) {
      return structuredClone(register.prisons.get(agencyId)?.discharges[weekdayOfDay(day) - 1] ?? []);
    },

    async getUserEmail(username) {
      return isEmailAddress(username) ? username : (register.userEmails.get(username) ?? null);
    },
  };
}

function refusal(operation: string, status: number, message: string): NomisBadGateway {
  return new NomisBadGateway(operation, { status, userMessage: message, developerMessage: message });
}

function isOnDayBetween(from: Day, to: Day) {
  return ({ dateTime }: CourtHearing) => dateTime.slice(0, 10) >= from && dateTime.slice(0, 10) <= to;
}

function byTime(one: CourtHearing, other: CourtHearing): number {
  return one.dateTime.localeCompare(other.dateTime);
}
