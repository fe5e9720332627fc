import type { Schema } from '@switchyard/testing/fuzz';
import { sampleOf } from '@switchyard/testing/fuzz';
import { resolved } from './operations';

/** What JSON:API wraps values in; an id inside is that of the member around it. */
const wrappers = ['data', 'id', 'attributes', 'relationships'];

/** A body that has every member of its schema; ids are those that `idOf` gives for the name of their member. */
export const bodyOf = (schema: Schema, idOf: (name: string) => string): unknown =>
  sampleOf(schema, {
    resolve: resolved,
    scalar: (type, format, name) => scalarOf(type, format, name, idOf),
    nameInside: (member, outer) => (wrappers.includes(member) ? outer : member),
  });

function scalarOf(type: string | undefined, format: string | undefined, name: string, idOf: (n: string) => string) {
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'object') return {};
  if (format === 'uuid') return idOf(name);
  if (format === 'date') return '2026-12-01';
  if (format === 'date-time') return '2026-12-01T09:00:00Z';
  return 'text';
}
