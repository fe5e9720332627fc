/** Titles by code, spelt as this service's reference data spells them: people are matched by exact title. */

export const genderTitles = { F: 'Female', M: 'Male' } as const;

export const ethnicityTitles: Readonly<Record<string, string>> = {
  A1: 'Asian/Asian British: Indian',
  A2: 'Asian/Asian British: Pakistani',
  A3: 'Asian/Asian British: Bangladeshi',
  A4: 'Asian/Asian British: Chinese',
  A9: "Asian/Asian British: Any other backgr'nd",
  B1: 'Black/Black British: Caribbean',
  B2: 'Black/Black British: African',
  B9: "Black/Black British: Any other Backgr'nd",
  M1: 'Mixed: White and Black Caribbean',
  M2: 'Mixed: White and Black African',
  M3: 'Mixed: White and Asian',
  M9: 'Mixed: Any other background',
  NS: 'Prefer not to say',
  O2: 'Other: Arab',
  O9: 'Other: Any other background',
  W1: 'White: Eng./Welsh/Scot./N.Irish/British',
  W2: 'White: Irish',
  W3: 'White: Gypsy or Irish Traveller',
  W9: 'White: Any other background',
};

/** The booking's category in the register's words, by the key that the reference data uses. */
export const categoryTitles: Readonly<Record<string, string>> = {
  A: 'Cat A',
  B: 'Cat B',
  BTRN: 'Cat B Training',
  C: 'Cat C',
  CVPU: 'Cat C VPU',
  CYOI: 'Cat C / YOI',
  D: 'Cat D',
  E: 'Cat A Ex',
  EL: 'Eligible',
  FEMO: 'Female Open',
  H: 'Cat A Hi',
  I: 'YOI Closed',
  LOC: 'Local',
  R: 'Fem Closed',
  U: 'Unsentenced',
};
