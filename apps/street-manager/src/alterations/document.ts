import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { Connection } from '@switchyard/db';
import type { JsonApiDocument, Resource } from '@switchyard/http';
import { permitResource } from '../permits/document';
import { showPermit } from '../permits/show-permit';
import type { Deps } from '../shared/deps';
import { documentOf, reference, resource } from '../shared/json-api';
import type { DocumentRequest } from '../shared/json-api';

type Schemas = StreetManagerWorkComponents['schemas'];
type Alteration = Schemas['PermitAlterationResponse'];

interface AlterationDocumentRequest extends DocumentRequest {
  db: Connection;
}

/** An alteration as a JSON:API document. The permit that `include` may ask for is the one of now, not a snapshot. */
export async function alterationDocument(
  alteration: Alteration,
  request: AlterationDocumentRequest,
  deps: Pick<Deps, 'directory'>,
): Promise<JsonApiDocument> {
  const { permit_alteration_reference_number: id, original } = alteration;
  const work = reference('works', original.work_reference_number);
  const permit = await permitOf(alteration, request, deps);
  return documentOf(resource('permit-alterations', id, alteration, { permit, work }), request, 'permit-alterations');
}

async function permitOf(
  { original }: Alteration,
  { db, query }: AlterationDocumentRequest,
  deps: Pick<Deps, 'directory'>,
): Promise<Resource> {
  const { work_reference_number: work, permit_reference_number: permit } = original;
  const isWanted = (query.include ?? '').split(',').includes('permit');
  if (!isWanted) return reference('permits', permit);
  return permitResource((await showPermit(db, work, permit, deps)) as Schemas['PermitResponse']);
}
