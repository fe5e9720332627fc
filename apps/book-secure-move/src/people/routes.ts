import type { Connection } from '@switchyard/db';
import { createdText, okText } from '@switchyard/http';
import type { Caller } from '../caller';
import { askCategory } from '../profiles/ask-register';
import type { Category } from '../reference/reference-data';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { filtersIn } from '../shared/filters';
import type { Include } from '../shared/include';
import { checkIncludes } from '../shared/include';
import { NotInThisVersion } from '../shared/media';
import { describePage, pageOf } from '../shared/paging';
import { peopleDocument, peopleDocumentV1, personDocument, personDocumentV1 } from './documents';
import { conditionsOf, prisonNumbersIn } from './filters';
import { importPerson } from './import-person';
import { peopleIncludes, personIncludes } from './includes';
import { listPeople } from './list-people';
import { getPerson } from './repository';
import { syncPeople } from './sync-people';
import type { WrittenPerson } from './write-person';
import { createPerson, updatePerson } from './write-person';

export function peopleRoutes(api: Api, deps: Deps): void {
  const { reference, nomis } = deps;
  const checkPersonIncludes = checkIncludes(personIncludes);

  api.get('/people', { before: checkIncludes(peopleIncludes) }, async (request) => {
    const { version } = request.caller;
    const filters = filtersIn(request.query);
    const numbers = prisonNumbersIn(filters, version);
    if (version === 2) await syncPeople(deps, numbers, request.now);
    else for (const number of numbers) await importPerson(deps, number, request.now);
    // What has just been written may not have reached a replica yet.
    const db = numbers.length > 0 ? deps.db.reader() : request.db;
    const page = pageOf(request);
    const { people, total } = await listPeople(db, conditionsOf(filters, version), page);
    const include = peopleIncludes.read(control(request, 'include'));
    const write = version === 1 ? peopleDocumentV1 : peopleDocument;
    return okText(await write(db, people, describePage(request, page, total), include, reference.current));
  });

  api.post('/people', { before: checkPersonIncludes }, async (request) => {
    const written = createPerson(actOf(request, deps), request.body.data);
    return createdText(await documentOf(request, written, null));
  });

  api.get(
    '/people/{person_id}',
    {
      before: (request) => {
        if (request.caller.version === 1) throw new NotInThisVersion();
        checkPersonIncludes(request);
      },
    },
    async ({ params, query }) => {
      const db = deps.db.reader();
      const include = personIncludes.read(query.include);
      const person = await getPerson(db, params.person_id);
      const category = include.tree.category && (await askCategory(nomis, person, reference.current));
      return okText(await personDocument(db, person, category, include, reference.current));
    },
  );

  api.patch(
    '/people/{person_id}',
    {
      before: checkPersonIncludes,
      prepare: async (request) => {
        if (!includeOf(request).tree.category || request.caller.version === 1) return undefined;
        return askCategory(nomis, await getPerson(request.db, request.params.person_id), reference.current);
      },
    },
    async (request) => {
      const written = await updatePerson(actOf(request, deps), request.params.person_id, request.body.data);
      return okText(await documentOf(request, written, request.prepared));
    },
  );

  function documentOf(
    request: { tx: Connection; caller: Caller; query: Record<string, string | undefined>; body?: unknown },
    written: WrittenPerson,
    category: Category | null | undefined,
  ): Promise<string> | string {
    const include = includeOf(request);
    if (request.caller.version === 1) return personDocumentV1(written, include, reference.current);
    const shown = include.tree.category ? category : undefined;
    return personDocument(request.tx, written.person, shown, include, reference.current);
  }
}

const includeOf = (request: { query: Readonly<Record<string, string | undefined>>; body?: unknown }): Include =>
  personIncludes.read(control(request, 'include'));
