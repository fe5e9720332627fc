/** One assessment beyond those that every booking has. */
export type AssessmentRow = readonly [
  prisonNumber: string,
  code: string,
  description: string,
  classification: string,
  comment: string | null,
  date: string,
  nextReview: string | null,
];

export const assessmentRows: readonly AssessmentRow[] = [
  ['G8133UA', 'CSRF', 'CSR Full', 'Standard', 'Shares a cell without trouble', '2026-03-02', null],
  ['G8133UA', 'CSR1', 'CSR Locate', 'Standard', 'Superseded by the full rating', '2014-07-28', '2015-07-28'],
  ['A9001AA', 'CSRF', 'CSR Full', 'High', 'Single cell only', '2026-01-19', '2028-01-19'],
  ['A9004AA', 'CSRREV', 'CSR Review', 'High', 'Threatened a cell mate', '2026-06-08', '2027-12-08'],
  ['A9011AA', 'CSRREV', 'CSR Review', 'Standard', null, '2026-04-27', '2027-10-27'],
];

/** One contact: `kin` for next of kin, `other` for all others. */
export type ContactRow = readonly [
  prisonNumber: string,
  kind: 'kin' | 'other',
  firstName: string,
  lastName: string,
  relationship: string,
  comment: string | null,
  isActive: boolean,
];

export const contactRows: readonly ContactRow[] = [
  ['G8133UA', 'other', 'PERPETUA', 'ANSTRUDDER', 'Probation Officer', 'Ring before noon', true],
  ['G8133UA', 'kin', 'ROSWITHA', 'CASEDY', 'Mother', 'Lives near the prison', true],
  ['G8133UA', 'other', 'LAMBERT', 'TRELLICKE', 'Friend', null, false],
  ['A9001AA', 'other', 'OTTOLINE', 'BEAUFRAYNE', 'Solicitor', null, true],
  ['A9002AA', 'kin', 'HERMIA', 'MARLOCK', 'Sister', null, true],
  ['A9005AA', 'kin', 'AUGUSTIN', 'HARROWGATE', 'Father', 'Speaks through a neighbour', true],
  ['A9009AA', 'kin', 'TEMPERANCE', 'GARTHWEN', 'Wife', null, true],
  ['A9016AA', 'kin', 'EVANDER', 'NORRISKE', 'Brother', null, false],
];

/** One reasonable adjustment. */
export type AdjustmentRow = readonly [
  prisonNumber: string,
  code: string,
  description: string,
  comment: string | null,
  startDate: string,
  endDate: string | null,
];

export const adjustmentRows: readonly AdjustmentRow[] = [
  ['G8133UA', 'LEARN SUPP', 'Learning Support', 'Forms explained aloud', '2026-02-16', null],
  ['G8133UA', 'LGE PRINT', 'Large Print', null, '2014-08-01', '2015-08-01'],
  ['A9003AA', 'AMP TEL', 'Amplified Telephone', null, '2025-11-03', null],
  ['A9006AA', 'PEEP', 'Evacuation Plan', 'Ground floor cell', '2026-05-18', null],
  ['A9010AA', 'WHEELCHR_ACC', 'Wheelchair Access', 'Folding chair goes along', '2026-07-06', null],
  ['A9013AA', 'A/B/M', 'Audio, Braille, Moon', null, '2026-01-12', null],
];

/** The e-mail addresses of the demo users, by user name. */
export const userEmails: Readonly<Record<string, string>> = {
  FRONTEND_USER: 'frontend.user@switchyard.example',
  PMU_PLANNER: 'pmu.planner@switchyard.example',
  TEST_USER: 'test.user@switchyard.example',
};
