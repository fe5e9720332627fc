import type { Schema } from '@switchyard/testing/fuzz';
import { resolverOf, sampleOf } from '@switchyard/testing/fuzz';
import type { Asked } from '../operations';

interface PathItem {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** A body with every member that the contract has for the operation; undefined when it takes no JSON. */
export function fullBodyOf({ contract: { document }, path, method }: Asked): object | undefined {
  const { requestBody } = document.paths[path]![method.toLowerCase()] as PathItem;
  const schema = requestBody?.content['application/json']?.schema;
  return schema && (sampleOf(schema, { resolve: resolverOf(document), scalar: scalarOf }) as object);
}

function scalarOf(type: string | undefined, format: string | undefined): unknown {
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'object') return {};
  return format === 'date-time' ? '2026-12-07T00:00:00.000Z' : 'text';
}
