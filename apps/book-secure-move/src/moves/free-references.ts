import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { IdGenerator } from '@switchyard/domain';
import { newReference } from '@switchyard/domain/book-secure-move';

const taken = prepared<{ reference: string }>(
  'references-taken',
  'select reference from moves where reference = any($1)',
);

/**
 * So many different references that no move has: with a million moves stored, of a thousand random ones a few are
 * taken, and those are drawn again. What a parallel request takes meanwhile, the table's own uniqueness refuses.
 */
export async function freeReferences(db: Connection, ids: IdGenerator, count: number): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const drawn = new Set<string>();
    while (free.size + drawn.size < count) {
      const reference = newReference(ids);
      if (!free.has(reference)) drawn.add(reference);
    }
    for (const { reference } of await db.rows(taken, [[...drawn]])) drawn.delete(reference);
    for (const reference of drawn) free.add(reference);
  }
  return [...free];
}
