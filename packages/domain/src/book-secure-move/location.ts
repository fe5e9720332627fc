import { isOneOf } from './enums';

/** Every kind of location with the NOMIS agency type that it comes from. */
export const agencyTypes = {
  court: 'CRT',
  police: 'POLICE',
  prison: 'INST',
  secure_training_centre: 'STC',
  secure_childrens_home: 'SCH',
  approved_premises: 'APPR',
  probation_office: 'COMM',
  community_rehabilitation_company: 'CRC',
  foreign_national_prison: 'FNP',
  voluntary_hostel: 'HOST',
  high_security_hospital: 'HSHOSP',
  hospital: 'HOSPITAL',
  immigration_detention_centre: 'IMDC',
} as const;

export type LocationType = keyof typeof agencyTypes;
export const locationTypes = Object.keys(agencyTypes) as LocationType[];

export interface Location {
  id: string;
  key: string;
  title: string;
  locationType: LocationType;
  nomisAgencyId: string | null;
  canUploadDocuments: boolean;
  youngOffenderInstitution: boolean;
  premise: string | null;
  locality: string | null;
  city: string | null;
  country: string | null;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  extraditionCapable: boolean | null;
  createdAt: Date;
  /** Set once the location is out of use. */
  disabledAt: Date | null;
}

/** A supplier works at a location from one day to another, both included; null is open. */
export interface SupplierLink {
  supplierId: string;
  locationId: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

const detained: readonly LocationType[] = ['prison', 'secure_training_centre', 'secure_childrens_home'];
const documentTypes: readonly LocationType[] = ['secure_training_centre', 'secure_childrens_home'];
const youngOffenderAgencies = ['WYI', 'WNI', 'CKI', 'PYI', 'FMI', 'FYI'] as const;

/** Prisons, secure training centres and secure children's homes. */
export const isDetained = (location: Location): boolean => detained.includes(location.locationType);
export const isInactive = (location: Location): boolean => location.disabledAt !== null;
export const takesDocuments = (type: LocationType): boolean => documentTypes.includes(type);
export const isYoungOffenderInstitution = (agencyId: string): boolean => isOneOf(youngOffenderAgencies, agencyId);

/** The key of a location: its agency id in lower case, anything but letters and digits as an underscore. */
export const locationKey = (agencyId: string): string => agencyId.toLowerCase().replace(/[^a-z0-9]/g, '_');

/** The supplier that serves a location on a day, or null. With several, the one that began last. */
export function supplierFor(links: readonly SupplierLink[], locationId: string, day: string | null): string | null {
  const serving = links
    .filter((link) => link.locationId === locationId)
    .filter(({ effectiveFrom }) => day === null || effectiveFrom === null || effectiveFrom <= day)
    .filter(({ effectiveTo }) => day === null || effectiveTo === null || effectiveTo >= day)
    .sort((a, b) => (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? ''));
  return serving[0]?.supplierId ?? null;
}
