import type { LocationType } from '../location';

/** The kinds of sites of the contract, by their code. */
export const siteTypes = {
  AP: 'Airport',
  APP: 'Approved Premises',
  CC: 'Crown Court',
  CM: 'Combined Court',
  CO: 'County Court',
  CRN: 'Coroners Court',
  CRT: 'Court',
  HP: 'Hospital',
  IM: 'Immigration',
  MC: 'Mag Court',
  O: 'Other',
  PB: 'Probation',
  PR: 'Prison',
  PS: 'Police',
  SCH: "SCH (secure children's home)",
  STC: 'STC (secure training centre)',
} as const;

export type SiteType = keyof typeof siteTypes;
export const siteTypeCodes = Object.keys(siteTypes) as SiteType[];

const byType: Partial<Record<LocationType, SiteType>> = {
  approved_premises: 'APP',
  hospital: 'HP',
  high_security_hospital: 'HP',
  immigration_detention_centre: 'IM',
  police: 'PS',
  prison: 'PR',
  probation_office: 'PB',
  secure_childrens_home: 'SCH',
  secure_training_centre: 'STC',
};

const courts: readonly (readonly [string, SiteType])[] = [
  ['COMBINED COURT', 'CM'],
  ['COUNTY COURT', 'CO'],
  ['CROWN COURT', 'CC'],
  ['MAGISTRATES COURT', 'MC'],
];

/** The kind of site that a location is mapped to by itself; a court tells it by its title. Undefined is not mapped. */
export function siteTypeOf(type: LocationType, title: string): SiteType | undefined {
  if (type !== 'court') return byType[type];
  return courts.find(([words]) => title.toUpperCase().includes(words))?.[1] ?? 'CRT';
}
