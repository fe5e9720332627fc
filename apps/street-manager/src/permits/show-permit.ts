import type { Connection } from '@switchyard/db';
import type { Deps } from '../shared/deps';
import { findWork } from '../works/repository';
import { findPermit, surroundingsOf } from './repository';
import { permitResponse } from './response';

/** A permit, which every user may see. Throws NotFound. */
export async function showPermit(
  db: Connection,
  workReference: string,
  reference: string,
  { directory }: Pick<Deps, 'directory'>,
): Promise<object> {
  const work = await findWork(db, workReference);
  const permit = await findPermit(db, work.reference, reference);
  return permitResponse(permit, work, await surroundingsOf(db, permit), directory);
}
