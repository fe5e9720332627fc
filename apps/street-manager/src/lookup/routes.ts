import { NotFound } from '@switchyard/domain';
import { ok } from '@switchyard/http';
import type { LookupApi } from '../shared/deps';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, resource } from '../shared/json-api';
import { numberInPath } from '../shared/path-number';
import { QueryReader } from '../shared/query-reader';
import { findShownStreet, streetsAround, streetsNamed } from './repository';
import { streetResponse, streetSummary } from './response';
import { wordsOf } from './words';

interface Shown {
  usrn: number;
}

const streetDocument = (street: Shown, request: DocumentRequest) =>
  documentOf(resource('streets', street.usrn, street), request, 'streets');

const streetsDocument = (streets: Shown[], request: DocumentRequest) =>
  documentOf(
    streets.map((street) => resource('streets', street.usrn, street)),
    request,
    'streets',
  );

/** Streets of the gazetteer by place, by number and by name, for everybody alike. */
export function lookupRoutes(api: LookupApi): void {
  api.get('/nsg/streets', { document: streetsDocument }, async (request) => {
    const reader = new QueryReader(request);
    const [easting, northing] = [reader.number('easting'), reader.number('northing')];
    reader.check();
    const streets = await streetsAround(request.db, easting!, northing!);
    if (streets.length === 0) throw new NotFound('street', `${easting},${northing}`);
    return ok(streets.map(streetResponse));
  });

  api.get('/nsg/streets/{usrn}', { document: streetDocument }, async ({ db, params }) =>
    ok(streetResponse(await findShownStreet(db, usrnInPath(params.usrn)))),
  );

  api.get('/nsg/search', { document: streetsDocument }, async (request) => {
    const reader = new QueryReader(request);
    const query = reader.text('query');
    if (query === undefined) reader.refuse('query', 'required', 'is required', null);
    reader.check();
    const words = wordsOf(query!);
    return ok(words.length === 0 ? [] : (await streetsNamed(request.db, words)).map(streetSummary));
  });
}

/** No street has a number beyond these, and the database could not be asked for it. */
const LARGEST_USRN = 99_999_999;

function usrnInPath(text: string): number {
  const usrn = numberInPath('usrn', text);
  if (usrn > LARGEST_USRN) throw new NotFound('street', text);
  return usrn;
}
