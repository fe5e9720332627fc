import type { Connection } from '@switchyard/db';
import { withStrings } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import { mayRead } from '../shared/parties';
import { wireDate, withoutNulls } from '../shared/wire';
import { findWork } from '../works/repository';
import type { ShownReinstatement } from './repository';
import { reinstatementsOf } from './repository';

/** A site with its reinstatements; it is as the newest of them is. Throws NotFound, or AccessRestricted. */
export async function showSite(db: Connection, caller: Caller, reference: string, site: number): Promise<object> {
  const work = await findWork(db, reference);
  const reinstatements = await reinstatementsOf(db, work.reference, site);
  mayRead(caller, work);
  const [newest] = reinstatements;
  return withStrings(
    withoutNulls({
      site_number: newest.site_number,
      site_description: newest.location_description,
      permit_reference_number: newest.permit_reference,
      ...measuresOf(newest),
      completed_date: wireDate(newest.reinstatement_date),
      end_date: wireDate(newest.end_date),
      site_status: newest.status,
      reinstatement_type: newest.type,
      location_types: newest.location_types,
      site_coordinates: newest.coordinates,
      reinstatements: reinstatements.map(reinstatementResponse),
    }),
    ['site_status', 'reinstatement_type', 'location_types'],
  );
}

const measuresOf = ({ depth, length, width, number_of_holes }: ShownReinstatement) => ({
  depth,
  length,
  width,
  number_of_holes,
});

const reinstatementResponse = (reinstatement: ShownReinstatement): object =>
  withStrings(
    withoutNulls({
      permit_reference_number: reinstatement.permit_reference,
      reinstatement_status: reinstatement.status,
      reinstatement_date: wireDate(reinstatement.reinstatement_date),
      ...measuresOf(reinstatement),
      reinstatement_coordinates: reinstatement.coordinates,
      secondary_reinstatement_coordinates: reinstatement.secondary_coordinates,
      location_description: reinstatement.location_description,
      end_date: wireDate(reinstatement.end_date),
      date_created: wireDate(reinstatement.date_created),
      date_modified: wireDate(reinstatement.date_modified),
      location_types: reinstatement.location_types,
      reinstatement_evidence: reinstatement.evidence,
      files: reinstatement.files,
    }),
    ['reinstatement_status', 'location_types'],
  );
