import type { DocumentOptions, JsonApiDocument, Resource } from '@switchyard/http';
import { ResourceSerializer } from '@switchyard/http';

/** Every type of pricing, with its relationships. */
const serializer = new ResourceSerializer([
  { type: 'price-catalogues', relationships: [] },
  { type: 'prices', relationships: ['price_catalogue', 'price_exceptions'] },
  { type: 'price-exceptions', relationships: ['price'] },
  { type: 'price-events', relationships: [] },
  { type: 'price-imports', relationships: ['price_catalogue'] },
  { type: 'adjustments', relationships: ['price_catalogue'] },
  { type: 'pricing-locations', relationships: [] },
  { type: 'move-prices', relationships: ['move', 'statement'] },
  { type: 'statements', relationships: [] },
  { type: 'statement-lines', relationships: ['move', 'statement'] },
  { type: 'moves', relationships: [] },
]);

/** The document of one resource or of a list. */
export const documentOf = (data: Resource | readonly Resource[], options?: DocumentOptions): JsonApiDocument =>
  serializer.document(data, options);
