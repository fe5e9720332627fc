import type { Reply } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { actOf } from '../../shared/deps';
import type { PricingApi, PricingDeps } from '../deps';
import { documentOf } from '../documents';
import { presentRowFault } from '../errors';
import { catalogueId } from '../prices/serializer';
import { readOptions } from './import-options';
import { importPrices } from './import-prices';
import { readForm } from './read-form';
import { readRows } from './read-rows';

const LIMITS = { maxBytes: 32 * 1_024 * 1_024, timeoutMs: 120_000 };

export function importRoutes(api: PricingApi, deps: PricingDeps): void {
  api.post(
    '/imports',
    {
      bodyLimits: LIMITS,
      // The file is read before the transaction: it may be long, and needs nothing of the database.
      prepare: async ({ rawBody, header }) => {
        const { fields, file } = await readForm(rawBody, header('content-type') ?? '');
        return { options: readOptions(fields), rows: await readRows(file) };
      },
    },
    async (request): Promise<Reply<200 | 201>> => {
      const { options, rows } = request.prepared;
      const { inserted, updated, skipped, errors } = await importPrices(actOf(request, deps), options, rows);
      const body = documentOf({
        type: 'price-imports',
        id: request.requestId,
        attributes: {
          dry_run: options.dryRun,
          action: options.action,
          bad_rows: options.badRows,
          inserted,
          updated,
          skipped,
          errors: errors.map(presentRowFault),
        },
        relationships: {
          price_catalogue: identifier('price-catalogues', catalogueId(options.supplier, options.effectiveYear)),
        },
      });
      return { status: options.dryRun ? 200 : 201, body };
    },
  );
}
