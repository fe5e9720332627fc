import { violation } from '@switchyard/domain';
import type { IdGenerator } from '@switchyard/domain';
import { AccessRestricted, actsFor, checkUpload, refuseRequest } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { readForm } from '../shared/form';
import { recognise } from './recognise';
import type { AcceptedFile } from './store-file';
import { storeFile } from './store-file';

export interface Upload {
  file: AcceptedFile;
  /** The promoter for whom a contractor uploads. */
  swaCode: string | undefined;
}

interface UploadRequest {
  rawBody: Buffer;
  header(name: string): string | undefined;
  query: Readonly<Record<string, string | undefined>>;
}

/** Reads an upload and holds it against the rules, for what it is and for what it is called. */
export async function readUpload({ rawBody, header, query }: UploadRequest, ids: IdGenerator): Promise<Upload> {
  const { file, fields } = await readForm(rawBody, header('content-type'), ['swaCode']);
  const swaCode = fields.swaCode || query.swaCode || undefined;
  const content = recognise(file.bytes);
  refuseRequest([
    ...checkUpload({ name: file.name, size: file.bytes.length, content }),
    ...((swaCode?.length ?? 0) > 4
      ? [violation('swaCode', 'too_long', 'must not be longer than 4 characters', { value: swaCode })]
      : []),
  ]);
  return { file: { ...file, type: content!, storedAs: ids.uuid() }, swaCode };
}

/** Keeps a file for the organisation that the caller acts for, to be linked to a record later. */
export async function uploadFile(act: Act, { file, swaCode }: Upload): Promise<{ file_id: number; name: string }> {
  const id = await storeFile(act, file, organisationFor(act, swaCode));
  return { file_id: id, name: file.name };
}

/** Contractors say for whom they upload; everybody else uploads for the organisation that they belong to. */
function organisationFor({ caller, directory }: Act, swaCode: string | undefined): string {
  const named = swaCode && (directory.find(swaCode)?.reference ?? swaCode);
  if (!named) {
    const contractor = caller.roles.includes('Contractor');
    refuseRequest(contractor ? [violation('swaCode', 'required', 'is required of contractors', { value: null })] : []);
    return caller.organisation;
  }
  if (!actsFor(caller, named)) throw new AccessRestricted('the file would be of another organisation');
  return named;
}
