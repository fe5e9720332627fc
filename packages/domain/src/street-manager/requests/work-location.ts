import type { Violation } from '../../kernel';
import { checkPlace } from './place';
import { checkUsrn } from '../usrn';

/** The street of a record; what is absent is copied from the gazetteer. */
export interface StreetDetails {
  usrn?: number | null;
  street_name?: string | null;
  town?: string | null;
  area_name?: string | null;
  road_category?: number | null;
}

/** Where works are, whose they are and which authority looks after the street. */
export interface WorkLocation extends StreetDetails {
  promoter_swa_code?: string | null;
  highway_authority_swa_code?: string | null;
  works_coordinates?: unknown;
}

/** The published rules for the place of works. Whether the parties may be named is a matter of access. */
export function checkWorkLocation(request: WorkLocation): Violation[] {
  return [...checkPlace('works_coordinates', request.works_coordinates), ...checkUsrn('usrn', request.usrn)];
}
