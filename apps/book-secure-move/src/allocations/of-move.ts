import type { Connection } from '@switchyard/db';
import type { Resource } from '@switchyard/http';
import type { ReferencePicture } from '../reference/reference-data';
import { findAllocationWithMoves } from './repository';
import { presentAllocation } from './serializer';

/** The allocation that a move belongs to, rendered in full. */
export async function presentAllocationOfMove(
  db: Connection,
  allocationId: string,
  reference: ReferencePicture,
): Promise<Resource | undefined> {
  const found = await findAllocationWithMoves(db, allocationId);
  return found && presentAllocation(found.allocation, found.moves, reference);
}
