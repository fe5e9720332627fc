import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { ASDCode, ASDPeriodicityCode } from '@switchyard/domain/street-manager';

/** A special designation as the gazetteer holds it; its times are hours and minutes as one number, 730 for half past seven. */
export interface Designation {
  street_special_desig_code: ASDCode;
  special_desig_location_text: string | null;
  special_desig_description: string | null;
  special_desig_start_date: string | null;
  special_desig_end_date: string | null;
  special_desig_start_time: number | null;
  special_desig_end_time: number | null;
  special_desig_periodicity_code: ASDPeriodicityCode | null;
  whole_road: boolean | null;
  asd_coordinate_geometry: object | null;
}

/** A street of the gazetteer. Geometry is GeoJSON in metres on the British National Grid. */
export interface Street {
  usrn: number;
  descriptor: string;
  locality: string;
  town: string;
  area: string;
  authority: string;
  authority_swa_code: string;
  /** 1 under construction, 2 open, 4 closed, 5 for addresses only. */
  state: number;
  street_status: number;
  road_category: number;
  reinstatement_types: object[];
  designations: Designation[];
  line: object | null;
  centre: object | null;
}

/** The columns of a street, but for what is kept to search it by. */
export const streetColumns = [
  'usrn',
  'descriptor',
  'locality',
  'town',
  'area',
  'authority',
  'authority_swa_code',
  'state',
  'street_status',
  'road_category',
  'reinstatement_types',
  'designations',
  'line',
  'centre',
] as const satisfies readonly (keyof Street)[];

const byUsrn = prepared<Street>('street', `select ${streetColumns.join(', ')} from street where usrn = $1`);
const isEmpty = prepared<{ empty: boolean }>('gazetteer-empty', 'select not exists (select from street) as empty');

export const findStreet = (db: Connection, usrn: number): Promise<Street | undefined> => db.first(byUsrn, [usrn]);

/** An empty gazetteer knows every street: for those who load none. */
export async function gazetteerIsEmpty(db: Connection): Promise<boolean> {
  return (await db.first(isEmpty))?.empty ?? true;
}

/** Streets that works may be on: under construction or open, supported status, and a road category of the published list. */
export const isSupported = ({ state, street_status, road_category }: Street): boolean =>
  (state === 1 || state === 2) && street_status >= 1 && street_status <= 3 && road_category <= 10;
