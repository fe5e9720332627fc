import type { Clock } from '@switchyard/domain';
import { NomisBadGateway, NomisUnavailable } from './errors';
import { createUpstreamCaller } from './http-caller';
import type { NomisHttpConfig } from './http-config';
import { toLondonTime } from './london-time';
import type { Nomis } from './port';
import { commaList, path } from './url-path';
import { isEmailAddress } from './user-email';
import * as bookings from './wire-bookings';
import * as people from './wire-people';
import * as prisons from './wire-prisons';

/** Lists over a range of days come in pages of ten unless a longer page is asked for. */
const longPage = { 'page-limit': '1000' };

/** The real prison systems, over HTTP. Holds one token and nothing else. */
export function createHttpNomis(config: NomisHttpConfig, clock: Clock): Nomis {
  const { call, read } = createUpstreamCaller(config, clock);
  const prison = (route: string) => join(config.url, route);
  const search = (route: string) => join(config.prisonerSearchUrl || config.url, route);
  const alerts = (route: string) => join(config.alertsUrl || config.url, route);
  const users = (route: string) => join(config.usersUrl || config.url, route);

  async function findPrisoner(operation: string, prisonNumber: string) {
    return read({ operation, url: search(path`/prisoner/${prisonNumber}`) }, people.readPrisoner);
  }

  return {
    remote: true,
    getPrisoner: (prisonNumber) => unlessRefused(findPrisoner('getPrisoner', prisonNumber), undefined),

    async getLocationDescription(prisonNumber) {
      try {
        return (await findPrisoner('getLocationDescription', prisonNumber)).locationDescription;
      } catch (error) {
        if (error instanceof NomisUnavailable) return null;
        throw error;
      }
    },

    async getAlerts(prisonNumber) {
      const url = alerts(path`/prisoners/${prisonNumber}/alerts?isActive=true`);
      return (await read({ operation: 'getAlerts', url }, people.readAlertPage)).content;
    },

    async getPersonalCareNeeds(prisonNumbers, types) {
      if (prisonNumbers.length === 0 || types.length === 0) return [];
      const url = prison(`/bookings/offenderNo/personal-care-needs?type=${commaList(types)}`);
      const request = { operation: 'getPersonalCareNeeds', url, method: 'POST', body: prisonNumbers } as const;
      return read(request, people.readPersonalCareNeeds);
    },

    async getBooking(bookingId) {
      return read({ operation: 'getBooking', url: prison(path`/bookings/${bookingId}`) }, bookings.readBooking);
    },

    async getAssessments(bookingId) {
      const url = prison(path`/bookings/${bookingId}/assessments`);
      return read({ operation: 'getAssessments', url }, bookings.readAssessments);
    },

    async getContacts(bookingId) {
      return read(
        { operation: 'getContacts', url: prison(path`/bookings/${bookingId}/contacts`) },
        bookings.readContacts,
      );
    },

    async getReasonableAdjustments(bookingId, codes) {
      if (codes.length === 0) return [];
      const url = prison(`${path`/bookings/${bookingId}/reasonable-adjustments`}?type=${commaList(codes)}`);
      const request = { operation: 'getReasonableAdjustments', url };
      return (await read(request, bookings.readReasonableAdjustments)).reasonableAdjustments;
    },

    async getImage(bookingId) {
      const url = prison(path`/bookings/${bookingId}/image/data`);
      try {
        return (await call({ operation: 'getImage', url, headers: { accept: 'image/jpeg' } })).body;
      } catch (error) {
        if (error instanceof NomisBadGateway && error.status === 404) return undefined;
        throw error;
      }
    },

    async getCourtCases(bookingId, activeOnly) {
      const query = activeOnly === undefined ? '' : `?activeOnly=${activeOnly}`;
      const url = prison(`${path`/bookings/${bookingId}/court-cases`}${query}`);
      return read({ operation: 'getCourtCases', url }, bookings.readCourtCases);
    },

    async getCourtHearings(bookingId, from, to) {
      const url = prison(path`/bookings/${bookingId}/court-hearings?fromDate=${from}&toDate=${to}`);
      return (await read({ operation: 'getCourtHearings', url, headers: longPage }, bookings.readCourtHearings))
        .hearings;
    },

    async getActivities(bookingId, from, to) {
      const url = prison(path`/bookings/${bookingId}/activities?fromDate=${from}&toDate=${to}`);
      return read({ operation: 'getActivities', url, headers: longPage }, bookings.readActivities);
    },

    async createCourtHearing({ bookingId, caseId, fromPrisonLocation, toCourtLocation, startsAt, comments }) {
      const url = prison(path`/bookings/${bookingId}/court-cases/${caseId}/prison-to-court-hearings`);
      const courtHearingDateTime = toLondonTime(startsAt);
      const body = { fromPrisonLocation, toCourtLocation, courtHearingDateTime, comments };
      return read({ operation: 'createCourtHearing', url, method: 'POST', body }, bookings.readCreated);
    },

    async createTransfer({ bookingId, fromPrisonLocation, toPrisonLocation, scheduledAt }) {
      const url = prison(path`/bookings/${bookingId}/prison-to-prison`);
      const scheduledMoveDateTime = toLondonTime(scheduledAt);
      const body = { fromPrisonLocation, toPrisonLocation, escortType: 'PECS', scheduledMoveDateTime };
      return read({ operation: 'createTransfer', url, method: 'POST', body }, bookings.readCreated);
    },

    async cancelTransfer({ bookingId, eventId }) {
      const url = prison(path`/bookings/${bookingId}/prison-to-prison/${eventId}/cancel`);
      await call({ operation: 'cancelTransfer', url, method: 'PUT', body: { reasonCode: 'ADMI' } });
    },

    async getRollCount(agencyId) {
      const url = prison(path`/prison/roll-count/${agencyId}`);
      return read({ operation: 'getRollCount', url }, prisons.readRollCount);
    },

    async getMovements(agencyId, day) {
      const url = prison(path`/movements/rollcount/${agencyId}/movements?movementDate=${day}`);
      return read({ operation: 'getMovements', url }, prisons.readMovements);
    },

    async getDischarges(agencyId, day) {
      const url = prison(path`/movements/${agencyId}/out/${day}?movementType=REL`);
      return read({ operation: 'getDischarges', url }, prisons.readDischarges);
    },

    async getUserEmail(username) {
      if (isEmailAddress(username)) return username;
      const request = async () => {
        const url = users(path`/users/${username}/email`);
        return (await read({ operation: 'getUserEmail', url }, people.readUserEmail)).email;
      };
      return unlessRefused(request(), null);
    },
  };
}

/** Takes any refusal by the upstream, the token endpoint's too, as "not found". */
async function unlessRefused<T, N>(answer: Promise<T>, otherwise: N): Promise<T | N> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NomisBadGateway) return otherwise;
    throw error;
  }
}

function join(base: string, route: string): string {
  return `${base.replace(/\/+$/, '')}${route}`;
}
