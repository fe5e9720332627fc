import type { Connection } from '@switchyard/db';
import { Conflict } from '@switchyard/domain';
import { makeWorkReference, normaliseReference } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { isWorkReferenceTaken } from './repository';

const MOST_DRAWS = 20;

/**
 * The reference of a new work: the one that was asked for, or a free one that is drawn. Throws Conflict where the one
 * asked for is taken. The database has the last word, and then the request runs again.
 */
export async function referenceForWork(
  { tx, ids }: Pick<Act, 'ids'> & { tx: Connection },
  wanted: string | null | undefined,
  draw: () => string,
): Promise<string> {
  if (wanted) {
    if (await isWorkReferenceTaken(tx, wanted)) throw new Conflict('the work reference number is taken');
    return normaliseReference(wanted);
  }
  for (let tries = 0; tries < MOST_DRAWS; tries += 1) {
    const reference = draw();
    if (!(await isWorkReferenceTaken(tx, reference))) return reference;
  }
  throw new Error(`${MOST_DRAWS} work references in a row were taken; ids: ${ids.constructor.name}`);
}

/** Draws a reference of this promoter's workstream. */
export const drawWorkReference = ({ ids }: Pick<Act, 'ids'>, prefix: string, workstream: string): string =>
  makeWorkReference(prefix, workstream, ids);
