import { NotFound } from '@switchyard/domain';
import { isOver } from '@switchyard/domain/book-secure-move/pricing';
import { londonDay } from '@switchyard/domain/book-secure-move';
import type { Connection } from '@switchyard/db';
import { created, ok } from '@switchyard/http';
import type { Caller } from '../../caller';
import type { Supplier } from '../../reference/reference-data';
import { actOf } from '../../shared/deps';
import { isUuid } from '../../shared/uuid';
import { supplierInPath, supplierOfList } from '../access';
import type { PricingApi, PricingDeps } from '../deps';
import { documentOf } from '../documents';
import { countParameter, monthParameter } from '../parameters';
import { supplierKeyOf } from '../prices/serializer';
import { InvalidInput } from '../refusals';
import type { StatementHead } from './compute-statement';
import { atOneInstant, computeTotals, headOf } from './compute-statement';
import { downloadRoutes } from './download-routes';
import { issueStatement } from './issue-statement';
import { listLines } from './list-lines';
import type { IssuedStatement } from './repository';
import { findIssued, listIssued, storedLines } from './repository';
import { presentLine, presentStatement, statementId } from './serializer';

const MOST_STATEMENTS = 100;
const MOST_LINES = 500;
const LEAST_ID = '00000000-0000-0000-0000-000000000000';

interface Asked {
  caller: Caller;
  params: { supplier: string; month: string };
  query: Readonly<Record<string, string | undefined>>;
  now: Date;
}

/** Which statement a request is about: one of a version, or the one that is computed now. */
export interface AskedStatement {
  supplier: Supplier;
  head: StatementHead;
  issued: IssuedStatement | undefined;
}

export function statementRoutes(api: PricingApi, deps: PricingDeps): void {
  const { reference, db: database, pricing } = deps;

  /** Throws NotFound, Forbidden and InvalidInput. */
  async function asked(db: Connection, { caller, params, query, now }: Asked): Promise<AskedStatement> {
    const supplier = supplierInPath(caller, reference.current, params.supplier);
    const month = monthParameter(params.month);
    const version = countParameter(query.version, 'version');
    const head = headOf(pricing, supplier, month, now);
    if (version === undefined) return { supplier, head, issued: undefined };
    const issued = await findIssued(db, supplier.id, month, version);
    if (!issued) throw new NotFound('statement', statementId(supplier.key, month, version));
    return { supplier, head, issued };
  }

  const presentIssued = (issued: IssuedStatement): object =>
    presentStatement({
      ...issued,
      supplierKey: supplierKeyOf(reference.current, issued.supplierId),
      provisional: !isOver(issued.month, londonDay(issued.generatedAt)),
    });

  api.get('/statements', async ({ db, caller, query }) => {
    const supplierId = supplierOfList(caller, reference.current, query['filter[supplier]']);
    const wanted = query['filter[month]'];
    const month = wanted === undefined ? null : monthParameter(wanted, 'filter[month]');
    return ok({ data: (await listIssued(db, supplierId, month, MOST_STATEMENTS)).map(presentIssued) });
  });

  // Before the statement itself, of whose month they would otherwise be a part.
  downloadRoutes(api, deps, asked);

  api.get('/statements/{supplier}/{month}/statement-lines', async (request) => {
    const { supplier, head, issued } = await asked(request.db, request);
    const after = request.query['page[after]'] ?? LEAST_ID;
    if (!isUuid(after)) {
      throw new InvalidInput(400, { parameter: 'page[after]' }, 'invalid', 'page[after] must be the id of a move');
    }
    const size = Math.min(countParameter(request.query.per_page, 'per_page') ?? 100, MOST_LINES);
    // One more than the page shows whether there is a next.
    const lines = issued
      ? await storedLines(request.db, issued, after, size + 1)
      : await atOneInstant(database, (db) => listLines(db, reference.current, head, after, size + 1));
    const id = statementId(supplier.key, head.month, issued?.version ?? null);
    const shown = lines.slice(0, size);
    const links = pageLinks(request, size, lines.length > size ? shown.at(-1)!.moveId : null);
    return ok(
      documentOf(
        shown.map(({ moveId, line }) => presentLine(moveId, line, id)),
        { links },
      ),
    );
  });

  api.get('/statements/{supplier}/{month}', async (request) => {
    const { supplier, head, issued } = await asked(request.db, request);
    if (issued) return ok({ data: presentIssued(issued) });
    const { totals } = await atOneInstant(database, (db) => computeTotals(db, reference.current, head));
    const shown = { ...head, supplierKey: supplier.key, version: null, issuedBy: null, totals };
    return ok({ data: presentStatement(shown) });
  });

  api.post('/statements/{supplier}/{month}/issue', async (request) => {
    const supplier = supplierInPath(request.caller, reference.current, request.params.supplier);
    const month = monthParameter(request.params.month);
    const issued = await issueStatement(actOf(request, deps), pricing, supplier, month);
    const path = `/pricing/statements/${supplier.key}/${month}?version=${issued.version}`;
    return created({ data: presentIssued(issued) }, path);
  });
}

function pageLinks(
  { origin, path, query }: { origin: string; path: string; query: Asked['query'] },
  size: number,
  next: string | null,
): Record<'self' | 'next', string | null> {
  const link = (after: string | undefined): string => {
    const parameters = new URLSearchParams({ per_page: String(size) });
    if (query.version !== undefined) parameters.set('version', query.version);
    if (after !== undefined) parameters.set('page[after]', after);
    return `${origin}${path}?${parameters.toString()}`;
  };
  return { self: link(query['page[after]']), next: next === null ? null : link(next) };
}
