import { ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { documentOf, resource } from '../shared/json-api';
import { calculateCategory } from './category';
import { countDays } from './duration';

/** Questions that store nothing: a document of an answer has the question for its id. */
export function calculatorRoutes(api: WorkApi, deps: Deps): void {
  api.get(
    '/duration',
    {
      document: (answer: object, request) =>
        documentOf(resource('durations', questionOf(request.query), answer), request, 'durations'),
    },
    (request) => ok(countDays(request, { ...deps, now: request.now })),
  );

  api.get(
    '/permits/category',
    {
      document: (answer: object, request) =>
        documentOf(resource('work-categories', questionOf(request.query), answer), request, 'work-categories'),
    },
    async (request) => ok(await calculateCategory(request.db, request, { ...deps, now: request.now })),
  );
}

const questionOf = (query: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(query as Record<string, string>).toString();
