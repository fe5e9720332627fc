import type { StreetManagerWorkComponents } from '@switchyard/contracts';
import type { JsonApiDocument } from '@switchyard/http';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, reference, resource } from '../shared/json-api';

type Site = StreetManagerWorkComponents['schemas']['SiteResponse'];
type Permit = Pick<Site, 'permit_reference_number'>;

interface SiteRequest extends DocumentRequest {
  params: { workReferenceNumber: string };
}

/** A site as a JSON:API document. Its reinstatements have no number of their own: they are counted from the first. */
export function siteDocument(site: Site, request: SiteRequest): JsonApiDocument {
  const of = request.params.workReferenceNumber.toUpperCase();
  const work = reference('works', of);
  const id = `${of}-${site.site_number}`;
  const reinstatements = site.reinstatements.map((each, index) =>
    resource(
      'reinstatements',
      `${id}-${site.reinstatements.length - index}`,
      each,
      { work, site: reference('sites', id), permit: permitOf(each) },
      ['permit_reference_number'],
    ),
  );
  const relationships = { work, permit: permitOf(site), reinstatements };
  return documentOf(resource('sites', id, site, relationships, ['permit_reference_number']), request, 'sites');
}

const permitOf = ({ permit_reference_number: number }: Permit) => (number ? reference('permits', number) : null);
