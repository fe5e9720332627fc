import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { checkFiles, fileLinkRefusal, PreconditionFailed, refuseRequest } from '@switchyard/domain/street-manager';
import type { StoredFile } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';

/** The record that files belong to. */
export interface FileOwner {
  kind: 'work' | 'permit' | 'reinstatement' | 'inspection' | 'fpn' | 'section_81' | 'section_74';
  /** Of the record, unique within its kind. */
  reference: string;
  work: string;
}

export interface LinkedFile {
  file_id: number;
  name: string;
}

interface FileRow {
  id: number;
  organisation_reference: string;
  size: number;
  linked: boolean;
}

const lock = prepared<FileRow>(
  'lock-files',
  `select id, organisation_reference, size, linked_kind is not null as linked
   from file where id = any($1::bigint[]) order by id for update`,
);
const sizeOfWork = prepared<{ size: number }>(
  'files-size',
  'select coalesce(sum(size), 0)::bigint as size from file where work_reference = $1',
);
const link = prepared(
  'link-files',
  'update file set linked_kind = $2, linked_reference = $3, work_reference = $4 where id = any($1::bigint[])',
);
const ofRecord = prepared<LinkedFile>(
  'files-of-record',
  'select id as file_id, name from file where linked_kind = $1 and linked_reference = $2 order by id',
);

/**
 * Makes these files the record's own. Throws InvalidRequest for a file that the caller's organisation has not uploaded,
 * PreconditionFailed for one that another record has, or when the work's files would be too large together.
 */
export async function linkFiles({ tx, caller }: Act, fileIds: readonly number[] | null | undefined, owner: FileOwner): Promise<void> {
  if (!fileIds || fileIds.length === 0) return;
  const [rows, total] = await Promise.all([tx.rows(lock, [fileIds]), tx.first(sizeOfWork, [owner.work])]);
  const files = rows.map(storedFile);
  refuseRequest(checkFiles({ file_ids: fileIds }, files, caller.organisation));
  const refusal = fileLinkRefusal(files, total!.size);
  if (refusal) throw new PreconditionFailed(refusal);
  tx.send(link, [fileIds, owner.kind, owner.reference, owner.work]);
}

/** The files of a record, in the order in which they were uploaded. */
export const filesOf = (db: Connection, kind: FileOwner['kind'], reference: string): Promise<LinkedFile[]> =>
  db.rows(ofRecord, [kind, reference]);

const storedFile = ({ id, organisation_reference, size, linked }: FileRow): StoredFile => ({
  fileId: id,
  organisation: organisation_reference,
  linked,
  size,
});
