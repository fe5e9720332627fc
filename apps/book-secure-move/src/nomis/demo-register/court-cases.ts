/** The demo courts, by agency code. */
export const courtNames: Readonly<Record<string, string>> = {
  ELDMC: 'Ellerdale Magistrates Court',
  NBKCC: 'Northbeck Crown Court',
};

/** One court case. Hearings take place in the court of their case, at London time. */
export type CourtCaseRow = readonly [
  prisonNumber: string,
  court: string,
  caseType: string,
  caseStatus: 'ACTIVE' | 'CLOSED',
  beginDate: string,
  caseNumber: string,
  hearings: readonly string[],
];

export const courtCaseRows: readonly CourtCaseRow[] = [
  [
    'G8133UA',
    'NBKCC',
    'Adult',
    'ACTIVE',
    '2026-09-14',
    'T20267314',
    ['2026-11-23T10:00:00', '2026-12-14T10:00:00', '2027-02-08T14:00:00', '2027-06-21T10:30:00'],
  ],
  ['G8133UA', 'ELDMC', 'Adult', 'CLOSED', '2020-05-11', 'M20200417', ['2020-07-22T10:00:00', '2020-08-03T14:00:00']],
  ['A9003AA', 'NBKCC', 'Adult', 'ACTIVE', '2026-06-16', 'T20260798', ['2026-08-24T14:15:00', '2027-01-26T10:30:00']],
  ['A9006AA', 'ELDMC', 'Adult', 'CLOSED', '2025-09-24', 'M20254438', ['2025-10-23T14:15:00', '2025-12-01T14:15:00']],
  ['A9009AA', 'ELDMC', 'Adult', 'ACTIVE', '2025-07-26', 'M20250334', ['2025-09-04T14:00:00']],
  [
    'A9012AA',
    'NBKCC',
    'Adult',
    'ACTIVE',
    '2026-03-25',
    'T20260183',
    ['2026-05-06T14:15:00', '2026-09-11T14:00:00', '2027-05-17T14:00:00'],
  ],
  [
    'A9015AA',
    'NBKCC',
    'Adult',
    'ACTIVE',
    '2026-03-22',
    'T20265720',
    ['2026-04-17T14:15:00', '2026-06-15T14:15:00', '2027-05-31T10:00:00'],
  ],
  ['A9018AA', 'NBKCC', 'Youth', 'ACTIVE', '2025-05-27', 'T20251463', ['2025-08-04T14:15:00', '2025-10-29T14:00:00']],
  ['A9021AA', 'NBKCC', 'Adult', 'ACTIVE', '2025-06-07', 'T20254247', ['2025-10-01T10:30:00']],
  ['A9024AA', 'NBKCC', 'Adult', 'ACTIVE', '2025-03-02', 'T20259301', ['2025-05-29T10:00:00', '2025-08-20T10:00:00']],
  ['A9027AA', 'NBKCC', 'Adult', 'ACTIVE', '2026-02-16', 'T20260373', ['2026-12-04T14:15:00']],
  ['A9030AA', 'ELDMC', 'Adult', 'ACTIVE', '2026-09-19', 'M20264721', ['2027-02-01T10:00:00', '2027-11-29T10:30:00']],
  [
    'A9033AA',
    'ELDMC',
    'Adult',
    'ACTIVE',
    '2025-08-17',
    'M20252537',
    ['2025-11-19T10:30:00', '2026-05-15T14:00:00', '2026-08-28T14:00:00'],
  ],
  [
    'A9036AA',
    'NBKCC',
    'Adult',
    'ACTIVE',
    '2025-03-16',
    'T20258065',
    ['2025-06-26T14:00:00', '2025-07-02T14:15:00', '2026-05-22T14:15:00'],
  ],
  ['A9039AA', 'ELDMC', 'Adult', 'ACTIVE', '2025-06-10', 'M20258929', ['2026-06-29T14:00:00']],
  [
    'A9042AA',
    'NBKCC',
    'Adult',
    'ACTIVE',
    '2026-06-11',
    'T20264266',
    ['2027-01-04T14:00:00', '2027-08-13T10:00:00', '2027-08-23T10:30:00'],
  ],
  ['A9045AA', 'ELDMC', 'Adult', 'ACTIVE', '2026-06-11', 'M20264624', ['2026-11-09T14:00:00', '2027-01-12T14:00:00']],
];
