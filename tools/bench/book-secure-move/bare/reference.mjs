import { pool } from '../../bare/database.mjs';
import { flag, plain, text, time } from './json.mjs';

/** What changes rarely, from memory: locations as they are written into `included`, suppliers of locations. */
export const reference = { locations: new Map(), suppliers: new Map() };

export async function loadReference() {
  const { rows } = await pool.query(
    `select l.id, key, title, location_type, nomis_agency_id, can_upload_documents, young_offender_institution, premise,
       locality, city, country, postcode, latitude::text, longitude::text, created_at, disabled_at, extradition_capable,
       sl.supplier_id
     from locations l left join supplier_locations sl on sl.location_id = l.id`,
  );
  for (const row of rows) {
    reference.suppliers.set(row.id, row.supplier_id);
    reference.locations.set(
      row.id,
      `{"id":"${row.id}","type":"locations","attributes":${attributes(row)},"relationships":{}}`,
    );
  }
}

const attributes = (row) =>
  `{"key":${text(row.key)},"title":${text(row.title)},"location_type":${plain(row.location_type)}` +
  `,"nomis_agency_id":${text(row.nomis_agency_id)},"can_upload_documents":${flag(row.can_upload_documents)}` +
  `,"young_offender_institution":${flag(row.young_offender_institution)},"premise":${text(row.premise)}` +
  `,"locality":${text(row.locality)},"city":${text(row.city)},"country":${text(row.country)}` +
  `,"postcode":${text(row.postcode)},"latitude":${row.latitude},"longitude":${row.longitude}` +
  `,"created_at":${time(row.created_at)},"disabled_at":${time(row.disabled_at)}` +
  `,"extradition_capable":${flag(row.extradition_capable)}}`;
