import type { Connection } from '@switchyard/db';
import { violation } from '@switchyard/domain';
import { refuseRequest, roadCategoryOf } from '@switchyard/domain/street-manager';
import type { Designation, Street } from './gazetteer';
import { findStreet, gazetteerIsEmpty, isSupported } from './gazetteer';

/** The street of a record, as it is frozen on it. */
export interface StreetOfRecord {
  usrn: number;
  street_name: string;
  town: string | null;
  area_name: string | null;
  road_category: number;
  designations: readonly Designation[];
}

export interface StreetRequest {
  usrn?: number | null;
  street_name?: string | null;
  town?: string | null;
  area_name?: string | null;
  road_category?: number | null;
}

/**
 * The street that a request names, its members completed from the gazetteer. Throws InvalidRequest for a street that the
 * gazetteer does not know or does not support; a gazetteer without any street knows them all.
 */
export async function streetOfRequest(db: Connection, request: StreetRequest): Promise<StreetOfRecord> {
  const usrn = request.usrn!;
  const street = await findStreet(db, usrn);
  const known = street ? isSupported(street) : await gazetteerIsEmpty(db);
  refuseRequest(
    known ? [] : [violation('usrn', 'unknown_street', 'must be a street that works can be on', { value: usrn })],
  );
  return completed(request, street);
}

function completed(request: StreetRequest, street: Street | undefined): StreetOfRecord {
  const category = request.road_category ?? street?.road_category ?? 0;
  return {
    usrn: request.usrn!,
    street_name: request.street_name ?? street?.descriptor ?? '',
    town: request.town ?? street?.town ?? null,
    area_name: request.area_name ?? street?.area ?? null,
    road_category: roadCategoryOf(category) ?? category,
    designations: street?.designations ?? [],
  };
}
