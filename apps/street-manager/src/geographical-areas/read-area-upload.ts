import { violation } from '@switchyard/domain';
import type { IdGenerator, Violation } from '@switchyard/domain';
import { readArea, refuseRequest } from '@switchyard/domain/street-manager';
import type { GeographicalArea } from '@switchyard/domain/street-manager';
import type { AcceptedFile } from '../files/store-file';
import type { Delegated } from '../shared/deps';
import type { SentFile } from '../shared/form';
import { readForm } from '../shared/form';

/** A list of streets as it was uploaded, and on whose behalf. */
export interface AreaUpload {
  area: GeographicalArea;
  file: AcceptedFile;
  delegated: Delegated;
}

interface UploadRequest {
  rawBody: Buffer;
  header(name: string): string | undefined;
  query: Readonly<Record<string, string | undefined>>;
}

const members = ['geographicalAreaReferenceNumber', 'internalUserIdentifier', 'internalUserName'] as const;
const longest = { internalUserIdentifier: 100, internalUserName: 50 } as const;

/** Reads an uploaded list of streets and holds it against the rules. The delegated user stands in the form or the query. */
export async function readAreaUpload({ rawBody, header, query }: UploadRequest, ids: IdGenerator): Promise<AreaUpload> {
  const { file, fields } = await readForm(rawBody, header('content-type'), members);
  const identifier = fields.internalUserIdentifier ?? query.internalUserIdentifier;
  const name = fields.internalUserName ?? query.internalUserName;
  const read = readArea(file.name, textOf(file));
  refuseRequest([
    ...('violations' in read ? read.violations : []),
    ...notLonger('internalUserIdentifier', identifier),
    ...notLonger('internalUserName', name),
  ]);
  return {
    area: (read as { area: GeographicalArea }).area,
    file: { ...file, type: 'text/csv', storedAs: ids.uuid() },
    delegated: { internal_user_identifier: identifier, internal_user_name: name },
  };
}

function textOf({ name, bytes }: SentFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refuseRequest([violation('file', 'not_text', 'must be text in UTF-8', { value: name })]);
    return '';
  }
}

function notLonger(field: keyof typeof longest, value: string | undefined): Violation[] {
  const most = longest[field];
  if (value === undefined || value.length <= most) return [];
  return [violation(field, 'too_long', `must not be longer than ${most} characters`, { value })];
}
