import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { checkFiles, fileLinkRefusal, PreconditionFailed, refuseRequest } from '@switchyard/domain/street-manager';
import type { StoredFile } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { sideOrganisation } from '../shared/parties';

/** The record that files belong to. */
export interface FileOwner {
  kind: 'work' | 'permit' | 'alteration' | 'reinstatement' | 'inspection' | 'fpn' | 'section_81' | 'section_74';
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
const ofWork = prepared<{ promoter: string; size: number }>(
  'files-of-work',
  `select promoter, (select coalesce(sum(size), 0)::bigint from file where work_reference = $1) as size
   from work where reference = $1`,
);
const link = prepared(
  'link-files',
  'update file set linked_kind = $2, linked_reference = $3, work_reference = $4 where id = any($1::bigint[])',
);
const handOver = prepared(
  'hand-files-over',
  `update file set linked_kind = $3, linked_reference = $4 where linked_kind = $1 and linked_reference = $2`,
);
const ofRecord = prepared<LinkedFile>(
  'files-of-record',
  'select id as file_id, name from file where linked_kind = $1 and linked_reference = $2 order by id',
);

/**
 * Makes these files the record's own; a contractor links what was uploaded for the promoter of the work. Throws
 * InvalidRequest for a file of another organisation, PreconditionFailed for one that another record has, or when the
 * work's files would be too large together.
 */
export async function linkFiles(
  { tx, caller }: Act,
  fileIds: readonly number[] | null | undefined,
  owner: FileOwner,
): Promise<void> {
  if (!fileIds || fileIds.length === 0) return;
  const [rows, work] = await Promise.all([tx.rows(lock, [fileIds]), tx.first(ofWork, [owner.work])]);
  const files = rows.map(storedFile);
  refuseRequest(checkFiles({ file_ids: fileIds }, files, sideOrganisation(caller, work!)));
  const refusal = fileLinkRefusal(files, work!.size);
  if (refusal) throw new PreconditionFailed(refusal);
  tx.send(link, [fileIds, owner.kind, owner.reference, owner.work]);
}

/** Makes all files of one record those of another on the same work, as when an alteration reaches its permit. */
export const handFilesOver = (tx: Transaction, from: Omit<FileOwner, 'work'>, to: Omit<FileOwner, 'work'>): void =>
  tx.send(handOver, [from.kind, from.reference, to.kind, to.reference]);

/** The files of a record, in the order in which they were uploaded. */
export const filesOf = (db: Connection, kind: FileOwner['kind'], reference: string): Promise<LinkedFile[]> =>
  db.rows(ofRecord, [kind, reference]);

const storedFile = ({ id, organisation_reference, size, linked }: FileRow): StoredFile => ({
  fileId: id,
  organisation: organisation_reference,
  linked,
  size,
});
