import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { GeographicalArea } from '@switchyard/domain/street-manager';

export interface AreaRow {
  reference: number;
  organisation_reference: string;
  file_id: number;
}

const lockOrganisation = prepared(
  'lock-organisation-areas',
  'select from organisation where reference = $1 for no key update',
);
const count = prepared<{ areas: number }>(
  'count-areas',
  'select count(*) as areas from geographical_area where organisation_reference = $1',
);
const insert = prepared<{ reference: number }>(
  'insert-area',
  `insert into geographical_area (organisation_reference, name, file_id, usrns, date_modified)
   values ($1, $2, $3, $4::integer[], $5) returning reference`,
);
const linkFile = prepared(
  'link-area-file',
  `update file set linked_kind = 'geographical_area', linked_reference = $2 where id = $1`,
);
const lock = prepared<AreaRow>(
  'lock-area',
  'select reference, organisation_reference, file_id from geographical_area where reference = $1 for update',
);
const replace = prepared(
  'replace-area',
  'update geographical_area set name = $2, file_id = $3, usrns = $4::integer[], date_modified = $5 where reference = $1',
);

/** How many areas the organisation has; nobody else adds one of its until the transaction ends. */
export async function countAreas(tx: Transaction, organisation: string): Promise<number> {
  tx.send(lockOrganisation, [organisation]);
  return (await tx.first(count, [organisation]))!.areas;
}

/** Adds an area that was read from this file, which is its own from now on; gives its reference. */
export async function insertArea(
  tx: Transaction,
  organisation: string,
  { name, usrns }: GeographicalArea,
  fileId: number,
  now: Date,
): Promise<number> {
  const { reference } = (await tx.first(insert, [organisation, name, fileId, usrns, now]))!;
  tx.send(linkFile, [fileId, String(reference)]);
  return reference;
}

/** The area with this reference, and nobody else changes it until the transaction ends. Throws NotFound. */
export async function lockArea(tx: Transaction, reference: number): Promise<AreaRow> {
  const row = await tx.first(lock, [reference]);
  if (!row) throw new NotFound('geographical area', String(reference));
  return row;
}

/** Puts another list in the place of an area's, with the file that it was read from. */
export function replaceArea(
  tx: Transaction,
  reference: number,
  { name, usrns }: GeographicalArea,
  fileId: number,
  now: Date,
): void {
  tx.send(replace, [reference, name, fileId, usrns, now]);
  tx.send(linkFile, [fileId, String(reference)]);
}
