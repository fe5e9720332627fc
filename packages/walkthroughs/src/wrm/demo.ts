import type { Caller } from '../client';

/** A party of the demo data, and the client that speaks for it. */
export interface Party {
  id: string;
  client: Caller;
}

const party = (id: string, client: string): Party => ({ id, client: { id: client, secret: `${client}-secret` } });

/** The work requestor, and the two work suppliers. */
export const netco = party('NETCO', 'requestor');
export const fieldworks = party('FIELDWORKS', 'supplier-a');
export const lineworks = party('LINEWORKS', 'supplier-b');

/** What fibre in town and repairs in the country say of themselves, and whose capacity they use. */
export const fulfil = {
  scheduleId: 'SCH-AKL-N-1',
  workType: 'FibreConnect',
  areaType: 'Urban',
  location: { locationId: '300112233', locationIdType: 'TLC' },
};
export const assure = {
  scheduleId: 'SCH-WKO-R-1',
  workType: 'REMI',
  areaType: 'Rural',
  location: { locationId: 'CP-0001', locationIdType: 'CONNECTIONPOINT' },
};
export type Work = typeof fulfil;

export const campaignId = 'CMP-1';

/** The work supplier's own names of the schedules, which a rescheduling calls `scheduleCode`. */
export const scheduleCodes = { fulfil: 'FW-NTH-01', assure: 'LW-WKO-01' };
